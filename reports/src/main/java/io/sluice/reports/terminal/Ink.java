package io.sluice.reports.terminal;

/** What a piece of text is, so that a {@link Style} can colour it. */
enum Ink {
  PLAIN(""),
  STRONG("1"),
  FAINT("2"),
  GOOD("1;32"),
  BAD("1;31"),
  DOUBTFUL("1;33");

  /** Parameters of the SGR control sequence (ECMA-48, 8.3.117), or empty. */
  final String sgr;

  Ink(String sgr) {
    this.sgr = sgr;
  }
}
