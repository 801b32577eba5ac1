package io.sluice.model.plan;

import java.util.List;

/**
 * A table that scripts draw rows from. A plain list of values is a table of one column named {@code
 * value}.
 *
 * @param name as scripts call it
 * @param columns names of the columns, at least one
 * @param rows at least one, each as long as {@code columns}
 */
public record DataSource(String name, List<String> columns, List<List<String>> rows) {
  /** The column of a plain list. */
  public static final String VALUE = "value";

  public DataSource {
    columns = List.copyOf(columns);
    rows = rows.stream().map(List::copyOf).toList();
    if (columns.isEmpty() || rows.isEmpty()) {
      throw new IllegalArgumentException(
          "data '" + name + "' must have at least one column and one row");
    }
    for (List<String> row : rows) {
      if (row.size() != columns.size()) {
        throw new IllegalArgumentException(
            "data '%s': a row has %d values, its columns are %d"
                .formatted(name, row.size(), columns.size()));
      }
    }
  }

  /** A plain list of values. */
  public static DataSource ofValues(String name, List<String> values) {
    return new DataSource(name, List.of(VALUE), values.stream().map(List::of).toList());
  }

  /** Whether it is a plain list of values. */
  public boolean isList() {
    return columns.size() == 1 && columns.getFirst().equals(VALUE);
  }
}
