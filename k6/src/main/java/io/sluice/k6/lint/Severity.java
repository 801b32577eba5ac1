package io.sluice.k6.lint;

/** How much a finding matters. */
public enum Severity {
  /** The script cannot run, or means something else than it says. */
  ERROR("error"),
  /** The script may be meant so, but seldom is. */
  WARNING("warning");

  private final String text;

  Severity(String text) {
    this.text = text;
  }

  /** Its word. */
  public String text() {
    return text;
  }
}
