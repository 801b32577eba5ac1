package io.sluice.k6.summary;

import io.sluice.k6.options.ConstantArrivalRate;
import io.sluice.k6.options.ConstantVus;
import io.sluice.k6.options.GoDuration;
import io.sluice.k6.options.PerVuIterations;
import io.sluice.k6.options.RampingArrivalRate;
import io.sluice.k6.options.RampingVus;
import io.sluice.k6.options.ScenarioOptions;
import io.sluice.k6.options.SharedIterations;
import io.sluice.k6.options.Stage;
import java.util.List;

/**
 * How far a scenario has come.
 *
 * @param scenario the scenario
 * @param status what it is doing
 * @param spentNanos how long it has been running, in nanoseconds
 * @param activeVus users in an iteration
 * @param allocatedVus users that it has (arrival rates only)
 * @param iterations iterations that are done (iteration counts only)
 * @param perSecond the rate at which iterations are due now (ramping arrival rate only)
 */
public record ScenarioProgress(
    ScenarioOptions scenario,
    Status status,
    long spentNanos,
    long activeVus,
    long allocatedVus,
    long iterations,
    double perSecond) {
  /** What a scenario is doing. */
  public enum Status {
    /** It runs. */
    RUNNING(" "),
    /** Its start time has not come. */
    WAITING("•"),
    /** Its iterations are finishing. */
    STOPPING("↓"),
    /** It was broken off. */
    INTERRUPTED("✗"),
    /** It is over. */
    DONE("✓");

    private final String sign;

    Status(String sign) {
      this.sign = sign;
    }

    String sign() {
      return sign;
    }
  }

  /** How much of it is done, 0 to 1. */
  public double share() {
    double time = (double) spentNanos / Math.max(1, scenario.durationNanos());
    double share =
        switch (scenario) {
          case SharedIterations s -> (double) iterations / s.iterations();
          case PerVuIterations s -> time > 1 ? 1 : (double) iterations / (s.vus() * s.iterations());
          case ConstantVus _, RampingVus _, ConstantArrivalRate _, RampingArrivalRate _ -> time;
        };
    return Math.clamp(share, 0, 1);
  }

  /** What stands behind the bar, in columns. */
  List<String> columns() {
    return switch (scenario) {
      case ConstantVus s -> List.of(s.vus() + " VUs", clock());
      case RampingVus s -> List.of(vusOf(Stage.greatest(s.startVus(), s.stages())), clock());
      case SharedIterations s ->
          List.of(s.vus() + " VUs", clock(), done(s.iterations()) + " shared iters");
      case PerVuIterations s ->
          List.of(
              s.vus() + " VUs",
              clock(),
              done(s.vus() * s.iterations()) + " iters, " + s.iterations() + " per VU");
      case ConstantArrivalRate s -> {
        double rate = s.rate() * 1e9 / s.timeUnitNanos();
        yield List.of(pool(s.maxVus()), clock(), FixedWidth.decimal(rate, rate) + " iters/s");
      }
      case RampingArrivalRate s -> {
        double greatest = Stage.greatest(s.startRate(), s.stages()) * 1e9 / s.timeUnitNanos();
        yield List.of(
            pool(s.maxVus()), clock(), FixedWidth.decimal(perSecond, greatest) + " iters/s");
      }
    };
  }

  private String vusOf(long most) {
    return FixedWidth.number(activeVus, most) + "/" + most + " VUs";
  }

  private String pool(long most) {
    return FixedWidth.number(activeVus, most)
        + "/"
        + FixedWidth.number(allocatedVus, most)
        + " VUs";
  }

  private String done(long all) {
    return FixedWidth.number(iterations, all) + "/" + all;
  }

  private String clock() {
    long duration = scenario.durationNanos();
    if (spentNanos > duration && !(scenario instanceof SharedIterations)) {
      return GoDuration.format(duration);
    }
    String of =
        scenario instanceof RampingVus
            ? FixedWidth.time(duration, duration)
            : GoDuration.format(duration);
    return FixedWidth.time(spentNanos, duration) + "/" + of;
  }
}
