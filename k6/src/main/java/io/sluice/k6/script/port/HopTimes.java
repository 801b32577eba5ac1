package io.sluice.k6.script.port;

/**
 * How long the parts of one hop took, in nanoseconds; parts that did not happen are 0.
 *
 * @param blocked waited for a connection
 * @param connecting opened a connection
 * @param tls shook hands
 * @param sending wrote the request
 * @param waiting waited for the first byte
 * @param receiving read the rest
 */
public record HopTimes(
    long blocked, long connecting, long tls, long sending, long waiting, long receiving) {
  /** Nothing took any time. */
  public static final HopTimes NONE = new HopTimes(0, 0, 0, 0, 0, 0);

  /** What k6 calls {@code http_req_duration}, in nanoseconds. */
  public long duration() {
    return sending + waiting + receiving;
  }
}
