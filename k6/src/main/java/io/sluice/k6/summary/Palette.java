package io.sluice.k6.summary;

/** Whether texts for a terminal have colours. */
public enum Palette {
  /** They have: ANSI sequences. */
  COLORED,
  /** They have not. */
  PLAIN;

  String green(String text) {
    return paint("32", text);
  }

  String red(String text) {
    return paint("31", text);
  }

  String cyan(String text) {
    return paint("36", text);
  }

  String white(String text) {
    return paint("37", text);
  }

  String faintCyan(String text) {
    return paint("2;36", text);
  }

  String faintWhite(String text) {
    return paint("2;37", text);
  }

  String bold(String text) {
    return paint("1", text);
  }

  private String paint(String codes, String text) {
    return this == COLORED ? "\u001b[" + codes + "m" + text + "\u001b[0m" : text;
  }
}
