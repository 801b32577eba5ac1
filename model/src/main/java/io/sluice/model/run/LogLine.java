package io.sluice.model.run;

import java.util.LinkedHashMap;
import java.util.Map;
import org.HdrHistogram.Histogram;

/** One line of the run log: a kind, then {@code key=value} fields separated by tabs. */
final class LogLine {
  private final String kind;
  private final Map<String, String> fields = new LinkedHashMap<>();

  LogLine(String kind) {
    this.kind = kind;
  }

  /**
   * Reads a line.
   *
   * @throws IllegalArgumentException if a field has no {@code =}
   */
  static LogLine parse(String text) {
    String[] parts = text.split("\t", -1);
    LogLine line = new LogLine(parts[0]);
    for (int i = 1; i < parts.length; i++) {
      int equals = parts[i].indexOf('=');
      if (equals < 0) {
        throw new IllegalArgumentException("a field without '=': " + parts[i]);
      }
      line.fields.put(
          LogText.unescape(parts[i].substring(0, equals)),
          LogText.unescape(parts[i].substring(equals + 1)));
    }
    return line;
  }

  LogLine put(String key, String value) {
    fields.put(key, value);
    return this;
  }

  LogLine put(String key, long value) {
    return put(key, Long.toString(value));
  }

  /** Leaves out what is 0. */
  LogLine putSeen(String key, long value) {
    return value == 0 ? this : put(key, value);
  }

  /** Leaves out what is empty. */
  LogLine putSeen(String key, Histogram histogram) {
    return histogram.getTotalCount() == 0 ? this : put(key, HistogramText.encode(histogram));
  }

  /** Leaves them out where there are none: of a trend or a rate. */
  LogLine putNumbers(MetricCell cell) {
    return cell.smallest() > cell.largest()
        ? this
        : put("sum", Double.toString(cell.sum()))
            .put("last", Double.toString(cell.last()))
            .put("smallest", Double.toString(cell.smallest()))
            .put("largest", Double.toString(cell.largest()));
  }

  /** Reads what {@link #putNumbers} wrote. */
  void addNumbersTo(MetricCell cell) {
    if (fields.containsKey("sum")) {
      cell.addNumbers(real("sum"), real("last"), real("smallest"), real("largest"));
    }
  }

  private double real(String key) {
    return Double.parseDouble(text(key));
  }

  String kind() {
    return kind;
  }

  Map<String, String> fields() {
    return fields;
  }

  String text(String key) {
    String value = fields.get(key);
    if (value == null) {
      throw new IllegalArgumentException("a line '" + kind + "' without '" + key + "'");
    }
    return value;
  }

  long number(String key) {
    return Long.parseLong(text(key));
  }

  long numberOrZero(String key) {
    return Long.parseLong(fields.getOrDefault(key, "0"));
  }

  /** Adds the histogram of a field, if there is one. */
  void addTo(String key, Histogram histogram) {
    String text = fields.get(key);
    if (text != null) {
      HistogramText.addTo(histogram, text);
    }
  }

  void appendTo(StringBuilder out) {
    out.append(kind);
    fields.forEach(
        (key, value) ->
            out.append('\t')
                .append(LogText.escapeKey(key))
                .append('=')
                .append(LogText.escape(value)));
    out.append('\n');
  }
}
