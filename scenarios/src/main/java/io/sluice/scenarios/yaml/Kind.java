package io.sluice.scenarios.yaml;

import java.util.Arrays;
import java.util.List;

/**
 * A kind of map of the language.
 *
 * @param id its name in the JSON Schema
 * @param title in words: {@code a request}
 * @param heads keys of which exactly one must be there, and which tell the kind; empty for none
 * @param keys all its keys
 */
record Kind(String id, String title, List<String> heads, List<Key> keys) {
  /** A key, what its value may be, and what it is for. */
  record Key(String name, Shape shape, Need need, String description) {}

  /** Whether a key must be there. */
  enum Need {
    REQUIRED,
    OPTIONAL
  }

  Kind {
    heads = List.copyOf(heads);
    keys = List.copyOf(keys);
  }

  static Kind of(String id, String title, Key... keys) {
    return new Kind(id, title, List.of(), Arrays.asList(keys));
  }

  /** A kind of step: the first key tells it. */
  static Kind step(String id, String title, Key... keys) {
    return new Kind(id, title, List.of(keys[0].name()), Arrays.asList(keys));
  }

  static Key required(String name, Shape shape, String description) {
    return new Key(name, shape, Need.REQUIRED, description);
  }

  static Key optional(String name, Shape shape, String description) {
    return new Key(name, shape, Need.OPTIONAL, description);
  }

  List<String> names() {
    return keys.stream().map(Key::name).toList();
  }
}
