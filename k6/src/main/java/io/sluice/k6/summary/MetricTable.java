package io.sluice.k6.summary;

import io.sluice.k6.JsNumbers;
import io.sluice.k6.metrics.MetricType;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;

/**
 * Lines of metrics, aligned with each other: the longest name gets three dots, columns are as wide
 * as their widest cell.
 */
final class MetricTable {
  private final Palette palette;
  private final Humanizer humanizer;
  private final List<String> trendStats;
  private final List<Figures> rows;
  private final int nameWidth;
  private final int valueWidth;
  private final int[] extraWidths = new int[2];
  private final int[] statWidths;

  MetricTable(Palette palette, Humanizer humanizer, List<String> trendStats, List<Figures> rows) {
    this.palette = palette;
    this.humanizer = humanizer;
    this.trendStats = trendStats;
    this.rows = rows;
    this.statWidths = new int[trendStats.size()];
    int names = 0;
    int values = 0;
    for (Figures row : rows) {
      names = Math.max(names, width(displayName(row.name())));
      List<String> cells = cells(row);
      boolean trend = row.type() == MetricType.TREND;
      for (int i = 0; i < cells.size(); i++) {
        int width = width(cells.get(i));
        if (trend) {
          statWidths[i] = Math.max(statWidths[i], width);
        } else if (i == 0) {
          values = Math.max(values, width);
        } else {
          extraWidths[i - 1] = Math.max(extraWidths[i - 1], width);
        }
      }
    }
    this.nameWidth = names;
    this.valueWidth = values;
  }

  List<Figures> rows() {
    return rows;
  }

  /** A metric's line, without its indent. */
  String line(Figures row) {
    String name = displayName(row.name());
    String dots = ".".repeat(nameWidth - width(name) + 3) + ":";
    List<String> cells = cells(row);
    return name
        + palette.faintWhite(dots)
        + " "
        + (row.type() == MetricType.TREND ? trend(cells) : plain(cells));
  }

  private String trend(List<String> cells) {
    List<String> parts = new ArrayList<>();
    for (int i = 0; i < cells.size(); i++) {
      String cell = cells.get(i);
      parts.add(trendStats.get(i) + "=" + palette.cyan(cell) + blanks(statWidths[i] - width(cell)));
    }
    return String.join(" ", parts);
  }

  private String plain(List<String> cells) {
    String value = cells.getFirst();
    StringBuilder line = new StringBuilder(palette.cyan(value));
    line.append(blanks(valueWidth - width(value)));
    for (int i = 1; i < cells.size(); i++) {
      String cell = cells.get(i);
      line.append(' ').append(palette.faintCyan(cell));
      if (cells.size() > 2) {
        line.append(blanks(extraWidths[i - 1] - width(cell)));
      }
    }
    return line.toString();
  }

  /** What is shown of a metric: of a trend its stats, of others the value and what goes with it. */
  private List<String> cells(Figures row) {
    return switch (row.type()) {
      case COUNTER -> List.of(cell(row, "count"), cell(row, "rate") + "/s");
      case GAUGE ->
          List.of(cell(row, "value"), "min=" + cell(row, "min"), "max=" + cell(row, "max"));
      case RATE ->
          List.of(
              cell(row, "rate"),
              JsNumbers.text(row.value("passes"))
                  + " out of "
                  + JsNumbers.text(row.value("passes") + row.value("fails")));
      case TREND -> trendStats.stream().map(stat -> cell(row, stat)).toList();
    };
  }

  private String cell(Figures row, String word) {
    double value = row.value(word);
    return row.type() == MetricType.TREND && word.equals("count")
        ? JsNumbers.text(value)
        : humanizer.value(value, row.type(), row.contains());
  }

  private static String displayName(String name) {
    int brace = name.indexOf('{');
    return brace < 0 ? name : "  { " + name.substring(brace + 1, name.length() - 1) + " }";
  }

  private static int width(String text) {
    String normal = Normalizer.normalize(text, Normalizer.Form.NFKC);
    return normal.codePointCount(0, normal.length());
  }

  private static String blanks(int count) {
    return " ".repeat(count);
  }
}
