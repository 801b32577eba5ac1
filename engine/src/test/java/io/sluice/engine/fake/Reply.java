package io.sluice.engine.fake;

import io.sluice.model.run.Outcome;
import java.util.Map;

/**
 * What a fake target does with a request.
 *
 * @param delayNanos from the sending to the end of the answer; negative for never
 * @param outcome OK for an answer
 * @param headers by their name in lower case
 */
public record Reply(
    long delayNanos, Outcome outcome, int status, Map<String, String> headers, String body) {
  /** An answer. */
  public static Reply of(int status, long delayNanos) {
    return new Reply(delayNanos, Outcome.OK, status, Map.of(), "");
  }

  /** No answer at all. */
  public static Reply never() {
    return of(200, -1);
  }

  /** A failure of the connection. */
  public static Reply failure(Outcome outcome, long delayNanos) {
    return new Reply(delayNanos, outcome, 0, Map.of(), "");
  }

  /** The same with a body. */
  public Reply withBody(String text) {
    return new Reply(delayNanos, outcome, status, headers, text);
  }

  /** The same with one header. */
  public Reply withHeader(String name, String value) {
    return new Reply(delayNanos, outcome, status, Map.of(name, value), body);
  }
}
