package io.sluice.reports.terminal;

import java.util.ArrayList;
import java.util.List;

/** A line of the live screen: coloured pieces side by side. Not thread-safe. */
final class Row {
  private final List<Piece> pieces = new ArrayList<>();

  private record Piece(Ink ink, String text) {}

  static Row of(Ink ink, String text) {
    return new Row().add(ink, text);
  }

  Row add(Ink ink, String text) {
    pieces.add(new Piece(ink, text));
    return this;
  }

  Row add(String text) {
    return add(Ink.PLAIN, text);
  }

  int width() {
    return pieces.stream().mapToInt(piece -> Cells.width(piece.text())).sum();
  }

  /** Fills up with blanks to a number of columns. */
  Row to(int columns) {
    return add(" ".repeat(Math.max(0, columns - width())));
  }

  /** The line as it is printed, cut to the canvas. */
  String render(Canvas canvas) {
    StringBuilder line = new StringBuilder();
    int left = canvas.columns() - 1; // behind its last column a terminal breaks the line
    for (Piece piece : pieces) {
      String text = Cells.clip(canvas.glyphs().text(piece.text()), left);
      left -= Cells.width(text);
      line.append(canvas.style().paint(piece.ink(), canvas.glyphs().text(text)));
    }
    return line.toString();
  }
}
