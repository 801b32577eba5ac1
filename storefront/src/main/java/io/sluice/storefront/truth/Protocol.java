package io.sluice.storefront.truth;

/** What carried a request. */
public enum Protocol {
  HTTP_1_0("HTTP/1.0"),
  HTTP_1_1("HTTP/1.1"),
  HTTP_2("HTTP/2");

  private final String text;

  Protocol(String text) {
    this.text = text;
  }

  /** The name on the wire, such as {@code HTTP/1.1}. */
  public String text() {
    return text;
  }
}
