package io.sluice.storefront.fault;

/** How an answer ends that was begun. */
public enum Ending {
  /** With its last byte. */
  COMPLETE("complete"),
  /** After half of the body: HTTP/1.1 connections are reset, HTTP/2 streams get RST_STREAM. */
  RESET_MIDWAY("reset-midway"),
  /**
   * After half of the body the server shuts its side of the connection: FIN, without close_notify
   * on encrypted ones. It still reads, and what else the connection carries stays unanswered.
   */
  HALF_CLOSE("half-close");

  private final String text;

  Ending(String text) {
    this.text = text;
  }

  /** The name in flags and messages. */
  public String text() {
    return text;
  }
}
