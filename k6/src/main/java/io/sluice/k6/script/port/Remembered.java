package io.sluice.k6.script.port;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * What users remember of their own requests in order not to work it out again, shared by those that
 * run on the same thread: with thousands of users, each by itself would remember the same. Belongs
 * to that thread.
 */
public final class Remembered {
  private final Map<Class<?>, Object> things = new HashMap<>();

  /** The one thing of a type, made when it is first asked for. */
  public <T> T of(Class<T> type, Supplier<T> made) {
    return type.cast(things.computeIfAbsent(type, _ -> made.get()));
  }
}
