package io.sluice.k6.syntax;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The fields of an object, as far as they are known. */
public final class Fields {
  private final Map<String, Bound> known = new LinkedHashMap<>();
  private boolean open;

  Fields() {}

  void put(String name, Bound value) {
    known.remove(name);
    known.put(name, value);
  }

  void putAll(Fields others) {
    others.known.forEach(this::put);
    open |= others.open;
  }

  void leaveOpen() {
    open = true;
  }

  /** The value of a field, or null. */
  public @Nullable Bound get(String name) {
    return known.get(name);
  }

  /** The fields by their names, in the order in which they were written. */
  public Map<String, Bound> all() {
    return known;
  }

  /** Whether there may be more than is known. */
  public boolean open() {
    return open;
  }
}
