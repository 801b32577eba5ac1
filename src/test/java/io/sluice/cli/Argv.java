package io.sluice.cli;

import java.util.Arrays;
import java.util.stream.Stream;

/** Puts command lines together. */
final class Argv {
  private Argv() {}

  /** The first ones, and more after them. */
  static String[] of(String[] more, String... first) {
    return Stream.concat(Arrays.stream(first), Arrays.stream(more)).toArray(String[]::new);
  }
}
