package io.sluice.reports.terminal;

import java.util.ArrayList;
import java.util.List;

/**
 * Cells in columns, for the live screen: the first column left-aligned and cut where the grid would
 * be too wide, the others right-aligned and whole. Not thread-safe.
 */
final class Grid {
  private static final String GAP = "  ";

  private final List<List<String>> lines = new ArrayList<>();
  private final List<Ink> inks = new ArrayList<>();

  /** A grid below a line of headings. */
  Grid(List<String> headings) {
    row(Ink.FAINT, headings);
  }

  /** Adds a line; the ink is that of its last cell, or of all headings. */
  void row(Ink ink, List<String> cells) {
    lines.add(List.copyOf(cells));
    inks.add(ink);
  }

  List<Row> rows(int columns) {
    int[] widths = widths(columns);
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      rows.add(row(lines.get(i), widths, inks.get(i), i == 0 ? inks.getFirst() : Ink.PLAIN));
    }
    return rows;
  }

  private static Row row(List<String> cells, int[] widths, Ink last, Ink others) {
    Row row = Row.of(others, Cells.clip(cells.getFirst(), widths[0])).to(widths[0]);
    for (int c = 1; c < cells.size(); c++) {
      String cell = cells.get(c);
      String blanks = " ".repeat(Math.max(0, widths[c] - Cells.width(cell)));
      row.add(GAP + blanks).add(c == cells.size() - 1 ? last : others, cell);
    }
    return row;
  }

  private int[] widths(int columns) {
    int[] widths = new int[lines.getFirst().size()];
    for (List<String> line : lines) {
      for (int c = 0; c < widths.length; c++) {
        widths[c] = Math.max(widths[c], Cells.width(line.get(c)));
      }
    }
    int others = 0;
    for (int c = 1; c < widths.length; c++) {
      others += GAP.length() + widths[c];
    }
    widths[0] = Math.clamp(columns - others, 1, widths[0]);
    return widths;
  }
}
