package io.sluice.storefront.fault;

/**
 * How fast the bytes of each connection leave.
 *
 * @param bytesPerSecond at least 1; {@link Long#MAX_VALUE} for as fast as the client takes them
 */
public record Bandwidth(long bytesPerSecond) {
  private static final String PER_SECOND = "/s";

  public Bandwidth {
    if (bytesPerSecond < 1) {
      throw new IllegalArgumentException("bandwidth must be > 0 bytes/s, was " + bytesPerSecond);
    }
  }

  /** As fast as the client takes them. */
  public static Bandwidth unlimited() {
    return new Bandwidth(Long.MAX_VALUE);
  }

  public boolean isUnlimited() {
    return bytesPerSecond == Long.MAX_VALUE;
  }

  /**
   * Reads {@code 64KB/s}.
   *
   * @throws IllegalArgumentException if the text has another form
   */
  public static Bandwidth parse(String text) {
    if (!text.endsWith(PER_SECOND)) {
      throw new IllegalArgumentException(
          "bandwidth must be a size per second such as 64KB/s, was '" + text + "'");
    }
    return new Bandwidth(ByteText.parse(text.substring(0, text.length() - PER_SECOND.length())));
  }
}
