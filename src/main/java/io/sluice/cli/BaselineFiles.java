package io.sluice.cli;

import io.sluice.gate.baseline.Baseline;
import io.sluice.gate.compare.Fingerprint;
import io.sluice.model.plan.LoadPlan;
import io.sluice.reports.compare.BaselineJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Reads what {@code --baseline} names. */
final class BaselineFiles {
  private BaselineFiles() {}

  /**
   * The baseline of one file, or of one or several runs.
   *
   * @throws UserMistake if it is none, or one of another load than the plan's
   */
  static Baseline read(List<Path> paths, LoadPlan plan) {
    Baseline baseline =
        paths.size() == 1 && !Files.isDirectory(paths.getFirst())
            ? file(paths.getFirst())
            : runs(paths);
    String difference = baseline.fingerprint().difference(Fingerprint.of(plan));
    if (!difference.isEmpty()) {
      throw new UserMistake("--baseline: it is one of another load: " + difference);
    }
    return baseline;
  }

  private static Baseline file(Path path) {
    try {
      return BaselineJson.read(Files.readString(path));
    } catch (IllegalArgumentException e) {
      throw new UserMistake("--baseline: %s: %s".formatted(path, e.getMessage()));
    } catch (IOException e) {
      throw new UserMistake("--baseline: cannot read " + path);
    }
  }

  private static Baseline runs(List<Path> paths) {
    try {
      return Baseline.of(paths.stream().map(RunReader::read).toList());
    } catch (IllegalArgumentException e) {
      throw new UserMistake("--baseline: " + e.getMessage());
    }
  }
}
