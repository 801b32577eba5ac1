package io.sluice.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One call of the command line that goes on while it is watched. */
final class LiveInvocation {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final CompletableFuture<Integer> code;

  private LiveInvocation(String... arguments) {
    Console console =
        new Console(
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            false,
            100,
            Map.of());
    code =
        CompletableFuture.supplyAsync(
            () -> Main.run(arguments, console), task -> Thread.ofPlatform().daemon().start(task));
  }

  /** Calls it, and comes back at once. */
  static LiveInvocation of(String... arguments) {
    return new LiveInvocation(arguments);
  }

  /** Waits until its output holds a text, and returns what the group matched. */
  String awaitOut(String expression) {
    Pattern pattern = Pattern.compile(expression);
    Poll.until(expression, () -> !going() || pattern.matcher(out()).find());
    Matcher found = pattern.matcher(out());
    if (!found.find()) {
      throw new AssertionError("no " + expression + " in: " + out() + err());
    }
    return found.group(1);
  }

  boolean going() {
    return !code.isDone();
  }

  /** Waits for its end. */
  Invocation ended() throws Exception {
    return new Invocation(code.get(2, TimeUnit.MINUTES), out(), err());
  }

  String out() {
    return out.toString(StandardCharsets.UTF_8);
  }

  private String err() {
    return err.toString(StandardCharsets.UTF_8);
  }
}
