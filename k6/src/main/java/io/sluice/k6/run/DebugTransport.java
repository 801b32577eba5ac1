package io.sluice.k6.run;

import io.sluice.k6.script.http.StatusText;
import io.sluice.k6.script.port.Console;
import io.sluice.k6.script.port.Console.Level;
import io.sluice.k6.script.port.Hop;
import io.sluice.k6.script.port.HopAnswer;
import io.sluice.k6.script.port.Transport;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The option {@code httpDebug}: every request and its answer go to the log as they are on the wire
 * of HTTP/1.1, redirects too. Belongs to one user; there is none where the option is off.
 */
final class DebugTransport implements Transport {
  private final Transport wire;
  private final Console console;
  private final boolean bodies;

  private DebugTransport(Transport wire, Console console, boolean bodies) {
    this.wire = wire;
    this.console = console;
    this.bodies = bodies;
  }

  /** A user's way to the wire, overheard if a test wants it. */
  static Transport of(Transport wire, TestState test) {
    String wish = test.options.http().httpDebug();
    return wish.isEmpty() ? wire : new DebugTransport(wire, test.console, wish.equals("full"));
  }

  @Override
  public HopAnswer send(Hop hop) {
    String id = asked(hop);
    return answered(id, hop, wire.send(whole(hop)));
  }

  @Override
  public void submit(Hop hop, Consumer<HopAnswer> done) {
    String id = asked(hop);
    wire.submit(whole(hop), answer -> done.accept(answered(id, hop, answer)));
  }

  @Override
  public void sleep(long nanos) {
    wire.sleep(nanos);
  }

  /** The same with a body of the answer that can be shown. */
  private Hop whole(Hop hop) {
    return !bodies || hop.wantsBody()
        ? hop
        : new Hop(
            hop.method(),
            hop.target(),
            hop.headers(),
            hop.body(),
            hop.chunked(),
            hop.timeoutNanos(),
            true,
            hop.name(),
            hop.accepted(),
            hop.tags());
  }

  private String asked(Hop hop) {
    String id = UUID.randomUUID().toString();
    StringBuilder text = new StringBuilder("Request:\n");
    text.append(hop.method()).append(' ').append(hop.target().path()).append(" HTTP/1.1\n");
    text.append("Host: ").append(hop.target().authority()).append('\n');
    String[] headers = hop.headers();
    for (int i = 0; i + 1 < headers.length; i += 2) {
      text.append(headers[i]).append(": ").append(headers[i + 1]).append('\n');
    }
    byte[] body = hop.body();
    if (body != null) {
      text.append(
          hop.chunked() ? "Transfer-Encoding: chunked\n" : "Content-Length: " + body.length + "\n");
    }
    show(text.append('\n'), body, id);
    return id;
  }

  private HopAnswer answered(String id, Hop hop, HopAnswer answer) {
    if (answer.failure() != null) {
      return answer;
    }
    StringBuilder text = new StringBuilder("Response:\n");
    text.append(answer.protocol()).append(' ').append(StatusText.of(answer.status()));
    text.append('\n');
    text.append(new String(answer.head(), StandardCharsets.ISO_8859_1).replace("\r", ""));
    show(text.append('\n'), answer.body(), id);
    return hop.wantsBody()
        ? answer
        : HopAnswer.of(
            answer.status(), answer.protocol(), answer.head(), null, answer.times(), answer.peer());
  }

  private void show(StringBuilder head, byte @Nullable [] body, String id) {
    if (bodies && body != null) {
      head.append(new String(body, StandardCharsets.UTF_8)).append('\n');
    }
    console.log(Level.INFO, head.toString(), "source=http-debug request_id=" + id);
  }
}
