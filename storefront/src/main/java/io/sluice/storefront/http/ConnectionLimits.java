package io.sluice.storefront.http;

/**
 * What a client may ask of one connection.
 *
 * @param concurrentStreams the most HTTP/2 streams that are open at once, 1 to 2^31 - 1; a further
 *     one is refused
 * @param requests the connection takes so many requests, at least 1, and no more: with the last of
 *     them HTTP/2 gets GOAWAY, HTTP/1.1 an answer with {@code Connection: close}. {@link
 *     Long#MAX_VALUE} for as many as the client likes
 */
public record ConnectionLimits(int concurrentStreams, long requests) {
  private static final int USUAL_STREAMS = 128;

  public ConnectionLimits {
    if (concurrentStreams < 1) {
      throw new IllegalArgumentException(
          "concurrent streams must be > 0, was " + concurrentStreams);
    }
    if (requests < 1) {
      throw new IllegalArgumentException("requests per connection must be > 0, was " + requests);
    }
  }

  /** 128 streams at once, requests without end. */
  public static ConnectionLimits usual() {
    return new ConnectionLimits(USUAL_STREAMS, Long.MAX_VALUE);
  }

  public ConnectionLimits withConcurrentStreams(int streams) {
    return new ConnectionLimits(streams, requests);
  }

  public ConnectionLimits withRequests(long most) {
    return new ConnectionLimits(concurrentStreams, most);
  }
}
