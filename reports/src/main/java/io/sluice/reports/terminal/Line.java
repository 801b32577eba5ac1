package io.sluice.reports.terminal;

import java.util.ArrayList;
import java.util.List;

/** Pieces of a line of limited width; a piece that does not fit is left out, and all after it. */
final class Line {
  private static final String GAP = "  ";

  private record Piece(Ink ink, String text) {}

  private final List<Piece> pieces = new ArrayList<>();
  private final int limit;
  private int width;
  private boolean full;

  Line(int limit) {
    this.limit = limit;
  }

  Line add(Ink ink, String text) {
    int wanted = (pieces.isEmpty() ? 0 : GAP.length()) + text.length();
    full |= width + wanted > limit;
    if (!full) {
      pieces.add(new Piece(ink, text));
      width += wanted;
    }
    return this;
  }

  /** How many characters it shows. */
  int width() {
    return width;
  }

  String render(Style style) {
    return String.join(
        GAP, pieces.stream().map(piece -> style.paint(piece.ink(), piece.text())).toList());
  }
}
