package io.sluice.model.plan;

import io.sluice.model.run.SeriesKey;
import java.util.Collections;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;

/**
 * Which series an objective looks at: all of these names must match.
 *
 * @param names by key: {@code scenario}, {@code group}, {@code request}, {@code phase}, {@code
 *     window}, or the name of a tag; empty selects everything
 * @param span which part of the windows
 */
public record Selection(Map<String, String> names, Span span) {
  /** Everything. */
  public static final Selection ALL = new Selection(Map.of());

  public Selection {
    names = Collections.unmodifiableMap(new TreeMap<>(names));
  }

  /** Whole windows. */
  public Selection(Map<String, String> names) {
    this(names, new Span.Whole());
  }

  /**
   * Whether the series is selected. A group selects what lies below it, too. A selection without a
   * window or a phase looks at measured windows only.
   */
  public boolean matches(SeriesKey series) {
    boolean windowNamed = names.containsKey("window");
    if (!windowNamed && !series.measured()) {
      return false;
    }
    for (Map.Entry<String, String> name : names.entrySet()) {
      String is = series.name(name.getKey());
      boolean below = name.getKey().equals("group") && is.startsWith(name.getValue() + " / ");
      if (!is.equals(name.getValue()) && !below) {
        return false;
      }
    }
    return true;
  }

  /** As it is written: <code>{endpoint:auth}</code>, or nothing for everything. */
  @Override
  public String toString() {
    StringJoiner text = new StringJoiner(",", "{", "}").setEmptyValue("");
    names.forEach((key, value) -> text.add(key + ":" + value));
    switch (span) {
      case Span.Whole _ -> {}
      case Span.Last last -> text.add("last:" + Units.format(last.length()));
      case Span.Worst worst -> text.add("worst:" + Units.format(worst.length()));
    }
    return text.toString();
  }
}
