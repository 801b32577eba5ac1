package io.sluice.reports.terminal;

/** Whether text is coloured. */
public enum Style {
  /** Characters only. */
  PLAIN,
  /** With the control sequences for colour that terminals know (ECMA-48). */
  ANSI;

  String paint(Ink ink, String text) {
    return this == PLAIN || ink.sgr.isEmpty() || text.isEmpty()
        ? text
        : "\u001b[" + ink.sgr + "m" + text + "\u001b[0m";
  }
}
