package io.sluice.reports.terminal;

import io.sluice.reports.text.Printable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Columns of text: the first one left-aligned and narrowed where the table would be too wide, the
 * others right-aligned and whole. Not thread-safe.
 */
final class Table {
  private static final String GAP = "  ";
  private static final int NARROWEST = 12;

  /** What happens to a text of the first column that is too long for it. */
  enum Overflow {
    /** It is cut. */
    CUT,
    /** It stands on a line of its own, above the other cells. */
    OWN_LINE
  }

  private record Row(Ink last, List<String> cells) {}

  private final int columns;
  private final Overflow overflow;
  private final List<String> head;
  private final List<Object> lines = new ArrayList<>();

  /** A table that is at most so wide. */
  Table(int columns, Overflow overflow, String... head) {
    this.columns = columns;
    this.overflow = overflow;
    this.head = List.of(head);
  }

  void row(String... cells) {
    row(Ink.PLAIN, cells);
  }

  /** A row whose last cell has an ink of its own. */
  void row(Ink last, String... cells) {
    if (cells.length != head.size()) {
      throw new IllegalArgumentException(
          "a row must have %d cells, was %s".formatted(head.size(), Arrays.toString(cells)));
    }
    lines.add(new Row(last, Arrays.stream(cells).map(Printable::line).toList()));
  }

  /** A line of text between rows. */
  void text(String line) {
    lines.add(line);
  }

  void appendTo(StringBuilder out, String indent, Style style) {
    int[] widths = widths(columns - indent.length());
    out.append(indent).append(style.paint(Ink.FAINT, format(head, widths))).append('\n');
    for (Object line : lines) {
      switch (line) {
        case Row row -> append(out, indent, style, row, widths);
        default -> out.append(indent).append(line).append('\n');
      }
    }
  }

  private void append(StringBuilder out, String indent, Style style, Row row, int[] widths) {
    List<String> cells = new ArrayList<>(row.cells());
    if (overflow == Overflow.OWN_LINE && cells.getFirst().length() > widths[0]) {
      int width = columns - indent.length();
      out.append(indent).append(Printable.clip(cells.getFirst(), width)).append('\n');
      cells.set(0, "");
    }
    String text = format(cells, widths);
    int cut = text.length() - cells.getLast().length();
    out.append(indent)
        .append(text, 0, cut)
        .append(style.paint(row.last(), text.substring(cut)))
        .append('\n');
  }

  private int[] widths(int available) {
    int[] widths = new int[head.size()];
    widen(widths, head);
    for (Object line : lines) {
      if (line instanceof Row row) {
        widen(widths, row.cells());
      }
    }
    int total = Arrays.stream(widths).sum() + GAP.length() * (widths.length - 1);
    widths[0] = Math.max(NARROWEST, widths[0] - Math.max(0, total - available));
    return widths;
  }

  private static void widen(int[] widths, List<String> cells) {
    for (int i = 0; i < widths.length; i++) {
      widths[i] = Math.max(widths[i], cells.get(i).length());
    }
  }

  private static String format(List<String> cells, int[] widths) {
    StringBuilder text = new StringBuilder();
    String first = Printable.clip(cells.getFirst(), widths[0]);
    text.append(first).append(" ".repeat(widths[0] - first.length()));
    for (int i = 1; i < widths.length; i++) {
      String cell = cells.get(i);
      text.append(GAP).append(" ".repeat(widths[i] - cell.length())).append(cell);
    }
    return text.toString();
  }
}
