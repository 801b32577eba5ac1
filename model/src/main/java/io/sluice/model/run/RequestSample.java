package io.sluice.model.run;

import java.util.function.UnaryOperator;

/**
 * One request that was kept as evidence: the first failure of its kind, or one of the slowest.
 * Stamps are nanoseconds from the start of the run, {@link #UNSET} where nothing happened.
 *
 * @param error which request it was, how it ended, and why; of one that was ok the detail is empty
 * @param method of HTTP, as it was sent last
 * @param url where it was sent last
 * @param status of the answer, or 0
 * @param intended when the plan wanted it to start
 * @param released when the generator took it up
 * @param written when its first byte was handed to the socket
 * @param firstByte when the first byte of the answer came
 * @param done when it ended
 * @param connectNanos how long the connection that was opened for it took; {@link #UNSET} if there
 *     was one
 * @param tlsNanos how long TLS took on that connection
 * @param traceparent as it was sent (W3C Trace Context, section 3.2), or empty
 * @param headers of the answer, one a line, at most {@value #MOST_BYTES} bytes; only of failures
 * @param body the first {@value #MOST_BYTES} bytes as text, only of failures
 * @param bodyBytes how many bytes of the body were seen
 */
public record RequestSample(
    ErrorKey error,
    String method,
    String url,
    int status,
    long intended,
    long released,
    long written,
    long firstByte,
    long done,
    long connectNanos,
    long tlsNanos,
    String traceparent,
    String headers,
    String body,
    long bodyBytes) {
  /** A stamp that was not taken, a stretch that there was not. */
  public static final long UNSET = Long.MIN_VALUE;

  /** What is kept of headers and of a body. */
  public static final int MOST_BYTES = 2048;

  /** Whether it failed. */
  public boolean failed() {
    return error.outcome().failed();
  }

  /** From the intended start to the end, in nanoseconds. */
  public long responseNanos() {
    return done - intended;
  }

  /** The same with the texts that a target had a part in passed through a function. */
  public RequestSample masked(UnaryOperator<String> mask) {
    return new RequestSample(
        new ErrorKey(mask.apply(error.request()), error.outcome(), mask.apply(error.detail())),
        method,
        mask.apply(url),
        status,
        intended,
        released,
        written,
        firstByte,
        done,
        connectNanos,
        tlsNanos,
        traceparent,
        mask.apply(headers),
        mask.apply(body),
        bodyBytes);
  }
}
