package io.sluice.k6.script.port;

import org.jspecify.annotations.Nullable;

/** What came back on a hop, or why nothing came. */
public final class HopAnswer {
  private static final byte[] NOTHING = {};

  private final int status;
  private final String protocol;
  private final byte[] head;
  private final byte @Nullable [] body;
  private final HopTimes times;
  private final Peer peer;
  private final @Nullable HopFailure failure;

  private HopAnswer(
      int status,
      String protocol,
      byte[] head,
      byte @Nullable [] body,
      HopTimes times,
      Peer peer,
      @Nullable HopFailure failure) {
    this.status = status;
    this.protocol = protocol;
    this.head = head;
    this.body = body;
    this.times = times;
    this.peer = peer;
    this.failure = failure;
  }

  /**
   * An answer.
   *
   * @param protocol {@code HTTP/1.1} or {@code HTTP/2.0}
   * @param head header lines {@code Name: value\r\n}, in ISO 8859-1, without the status line
   * @param body decompressed, or null if it was not wanted
   */
  public static HopAnswer of(
      int status, String protocol, byte[] head, byte @Nullable [] body, HopTimes times, Peer peer) {
    return new HopAnswer(status, protocol, head, body, times, peer, null);
  }

  /** No answer. */
  public static HopAnswer failed(HopFailure failure, HopTimes times, Peer peer) {
    return new HopAnswer(0, "", NOTHING, null, times, peer, failure);
  }

  /** The status, 0 if there is no answer. */
  public int status() {
    return status;
  }

  /** {@code HTTP/1.1}, {@code HTTP/2.0}, or "" if there is no answer. */
  public String protocol() {
    return protocol;
  }

  /** The header lines as they came. */
  public byte[] head() {
    return head;
  }

  /** The body without its transfer and content coding; null if not wanted or not there. */
  public byte @Nullable [] body() {
    return body;
  }

  /** How long its parts took. */
  public HopTimes times() {
    return times;
  }

  /** Who answered. */
  public Peer peer() {
    return peer;
  }

  /** Why there is no answer, or null if there is one. */
  public @Nullable HopFailure failure() {
    return failure;
  }
}
