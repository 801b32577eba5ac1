package io.sluice.reports.prometheus;

import io.sluice.reports.text.Printable;
import java.util.ArrayList;
import java.util.List;

/**
 * Labels of a time series. Values may come from anywhere: what a terminal or the text format could
 * stumble over is spelt out in them.
 *
 * @param names unique
 * @param values as many as names
 */
record Labels(List<String> names, List<String> values) {
  /** None. */
  static final Labels NONE = new Labels(List.of(), List.of());

  Labels {
    names = List.copyOf(names);
    values = List.copyOf(values);
  }

  /** One label. */
  static Labels of(String name, String value) {
    return NONE.and(name, value);
  }

  /** These and another one; an empty value is the same as no label. */
  Labels and(String name, String value) {
    if (value.isEmpty()) {
      return this;
    }
    List<String> moreNames = new ArrayList<>(names);
    List<String> moreValues = new ArrayList<>(values);
    moreNames.add(name);
    moreValues.add(Printable.line(value));
    return new Labels(moreNames, moreValues);
  }
}
