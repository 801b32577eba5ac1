package io.sluice.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The flags of k6 that are options and were given, by their long names. */
final class K6Given {
  private final Map<String, List<String>> flags = new LinkedHashMap<>();

  void put(String name, @Nullable String value) {
    if (value != null) {
      flags.put(name, List.of(value));
    }
  }

  void put(String name, boolean given) {
    if (given) {
      flags.put(name, List.of("true"));
    }
  }

  void put(String name, List<String> values) {
    if (!values.isEmpty()) {
      flags.put(name, values);
    }
  }

  Map<String, List<String>> flags() {
    return flags;
  }
}
