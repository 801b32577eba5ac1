package io.sluice.k6.script;

import io.sluice.k6.script.port.Console;
import java.util.ArrayList;
import java.util.List;

/** What a conformance script did when it was run. */
final class Ran {
  /** What it logged, each with its level; what the runner says of it is marked as such. */
  final List<String> lines = new ArrayList<>();

  final FakeSamples samples = new FakeSamples();

  /** What the run was told. */
  final List<String> marks = new ArrayList<>();

  /** How many requests the server saw. */
  int hops;

  /** How many iterations came to their end, as far as that is counted. */
  int iterations;

  double slept;

  /** What ended its last iteration, with its stack; or empty. */
  String error = "";

  /** Why there was no iteration; or empty. */
  String initError = "";

  /** Keeps a line. */
  void log(Console.Level level, String message, String source) {
    lines.add(level + (source.isEmpty() ? " (runner) " : " ") + message);
  }
}
