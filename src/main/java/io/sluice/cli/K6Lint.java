package io.sluice.cli;

import io.sluice.k6.lint.Finding;
import io.sluice.k6.lint.Linter;
import io.sluice.k6.options.Options;
import io.sluice.k6.run.ScriptSource;
import io.sluice.k6.script.port.Console.Level;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * Looks at the script of a run while the run starts, and warns of what it finds. It is a thread of
 * its own, and whatever becomes of it, the run goes on.
 */
final class K6Lint implements AutoCloseable {
  private static final int MOST = 10;
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final Thread thread;

  private K6Lint(Thread thread) {
    this.thread = thread;
  }

  static K6Lint start(Path shown, ScriptSource source, Options options, K6Log log) {
    Thread thread =
        Thread.ofPlatform()
            .name("lint")
            .daemon()
            .unstarted(() -> look(shown, source, options, log));
    thread.start();
    return new K6Lint(thread);
  }

  private static void look(Path shown, ScriptSource source, Options options, K6Log log) {
    try {
      String given = source.text();
      String text = given == null ? Files.readString(source.path()) : given;
      List<Finding> findings = Linter.lint(shown, text, options, null);
      findings.stream()
          .limit(MOST)
          .forEach(f -> log.log(Level.WARN, f.place() + ": " + f.sentence(), "lint"));
      if (findings.size() > MOST) {
        log.log(
            Level.WARN,
            "%d more findings: sluice k6 lint %s".formatted(findings.size() - MOST, shown),
            "lint");
      }
    } catch (IOException | RuntimeException | LinkageError | StackOverflowError e) {
      log.log(Level.DEBUG, "the script was not looked at: " + e, "lint");
    }
  }

  /** Waits for the warnings of a run that was over before them. */
  @Override
  public void close() {
    try {
      var _ = thread.join(PATIENCE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
