package io.sluice.cli;

import io.sluice.model.plan.LoadPlan;
import io.sluice.model.run.RunLogReader;
import io.sluice.model.run.RunResult;
import io.sluice.scenarios.json.PlanJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads the folder that a run left. */
final class RunReader {
  private RunReader() {}

  /**
   * The run.
   *
   * @throws UserMistake if the folder is not that of a run
   */
  static RunResult read(Path path) {
    RunFolder folder = RunFolder.open(path);
    try {
      LoadPlan plan = PlanJson.read(Files.readString(folder.plan()));
      return RunLogReader.open(folder.log(), plan).withTarget(TargetMetricsFile.read(folder));
    } catch (IllegalArgumentException e) {
      throw new UserMistake(folder.plan() + ": " + e.getMessage());
    } catch (IOException e) {
      throw new UserMistake(String.valueOf(e.getMessage()));
    }
  }
}
