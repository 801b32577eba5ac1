package io.sluice.cli;

import io.sluice.model.plan.Units;
import io.sluice.scenarios.compile.ArmOptions;
import io.sluice.scenarios.compile.ScenarioOptions.ArmValues;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options of a run that compares two deployments under one load. */
final class ArmFlags {
  @Option(
      names = "--a",
      paramLabel = "KEY=VALUE",
      description =
          "Compare: a value of the scenario's env for A, the reference, which gets one half of the"
              + " load. With --b. May be repeated.")
  private List<String> a = List.of();

  @Option(
      names = "--b",
      paramLabel = "KEY=VALUE",
      description =
          "Compare: the same for B, the release, which gets the other half in the same seconds."
              + " Objectives judge B. May be repeated.")
  private List<String> b = List.of();

  @Option(
      names = "--share",
      paramLabel = "SHARE",
      description = "Compare: how much of the load is B's (default: 50%%).")
  private @Nullable String share;

  /** Whether two deployments are to be compared. */
  boolean given() {
    return !a.isEmpty() || !b.isEmpty() || share != null;
  }

  ArmOptions options() {
    if (a.isEmpty() || b.isEmpty()) {
      String missing = a.isEmpty() ? "--a" : "--b";
      String has = !a.isEmpty() ? "--a" : !b.isEmpty() ? "--b" : "--share";
      throw new UserMistake(
          "%s needs %s: expected both, such as --a BASE_URL=http://blue --b BASE_URL=http://green"
              .formatted(has, missing));
    }
    return new ArmOptions(values("--a", a), values("--b", b), share());
  }

  private static ArmValues values(String option, List<String> given) {
    return new ArmValues(option, Environment.asMap(option, given));
  }

  private double share() {
    if (share == null) {
      return 0.5;
    }
    double read = Flag.read("--share", share, Units::share);
    if (!(read >= 0.01 && read <= 0.99)) {
      throw new UserMistake("--share: expected 1% to 99%, was '" + share + "'");
    }
    return read;
  }
}
