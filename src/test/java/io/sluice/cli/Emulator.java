package io.sluice.cli;

import org.jline.utils.ScreenTerminal;

/** A terminal that is not there: shows what a person would see of a text with control sequences. */
final class Emulator {
  private final ScreenTerminal terminal;
  private final int columns;
  private final int rows;

  Emulator(int columns, int rows) {
    this.columns = columns;
    this.rows = rows;
    terminal = new ScreenTerminal(columns, rows);
  }

  Emulator write(String text) {
    terminal.write(text);
    return this;
  }

  /** What is on the screen, without blanks at the end of lines and empty lines at the end. */
  String shown() {
    long[] cells = new long[columns * rows];
    terminal.dump(cells, new int[2]);
    StringBuilder screen = new StringBuilder();
    for (int row = 0; row < rows; row++) {
      screen.append(line(cells, row * columns)).append('\n');
    }
    return screen.toString().stripTrailing();
  }

  /** What has left the screen at its top. */
  String history() {
    StringBuilder history = new StringBuilder();
    for (long[] line : terminal.getHistory()) {
      history.append(line(line, 0)).append('\n');
    }
    return history.toString();
  }

  private String line(long[] cells, int from) {
    StringBuilder line = new StringBuilder();
    for (int c = from; c < Math.min(cells.length, from + columns); c++) {
      int point = ScreenTerminal.cellCodePoint(cells[c]);
      line.appendCodePoint(point == 0 ? ' ' : point);
    }
    return line.toString().stripTrailing();
  }
}
