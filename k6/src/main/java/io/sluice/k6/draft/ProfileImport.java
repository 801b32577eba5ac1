package io.sluice.k6.draft;

import io.sluice.k6.options.ConstantArrivalRate;
import io.sluice.k6.options.ConstantVus;
import io.sluice.k6.options.Options;
import io.sluice.k6.options.PerVuIterations;
import io.sluice.k6.options.RampingArrivalRate;
import io.sluice.k6.options.RampingVus;
import io.sluice.k6.options.ScenarioOptions;
import io.sluice.k6.options.SharedIterations;
import io.sluice.k6.options.Stage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongToDoubleFunction;

/** Carries executors over to load profiles. */
final class ProfileImport {
  private static final double MINUTE = 60e9;

  private final Consumer<String> notes;

  /**
   * An import.
   *
   * @param notes takes what cannot be said
   */
  ProfileImport(Consumer<String> notes) {
    this.notes = notes;
  }

  /** The profiles of the scenarios that run the same function as the first. */
  Map<String, DraftProfile> profiles(Options options) {
    Map<String, DraftProfile> profiles = new LinkedHashMap<>();
    String exec = options.scenarios().getFirst().common().exec();
    for (ScenarioOptions scenario : options.scenarios()) {
      String name = scenario.common().name();
      if (!scenario.common().exec().equals(exec)) {
        notes.accept(
            "the scenario '%s' is left out: it runs '%s', and a scenario has one journey, here '%s'"
                .formatted(name, scenario.common().exec(), exec));
        continue;
      }
      if (scenario.common().startTimeNanos() > 0) {
        notes.accept("the startTime of the scenario '%s' is left out".formatted(name));
      }
      if (!scenario.common().env().isEmpty() || !scenario.common().tags().isEmpty()) {
        notes.accept("env and tags of the scenario '%s' are left out".formatted(name));
      }
      profiles.put(name.equals("default") ? "load" : name, profile(scenario));
    }
    if (profiles.size() > 1) {
      notes.accept(
          "the scenarios ran side by side; here each is a profile, and one run has one of them");
    }
    return profiles;
  }

  private DraftProfile profile(ScenarioOptions scenario) {
    Duration stop = Duration.ofNanos(scenario.common().gracefulStopNanos());
    Duration duration = Duration.ofNanos(scenario.durationNanos());
    return switch (scenario) {
      case ConstantVus users -> new DraftProfile.Users(users.vus(), duration, stop);
      case RampingVus ramp ->
          new DraftProfile.UserRamp(ramp.startVus(), stages(ramp.stages(), n -> n), stop);
      case PerVuIterations each ->
          new DraftProfile.Iterations(each.vus(), each.iterations(), duration, stop);
      case SharedIterations shared -> {
        long each = (shared.iterations() + shared.vus() - 1) / shared.vus();
        if (each * shared.vus() != shared.iterations()) {
          notes.accept(
              "%d iterations cannot be shared by %d users: each does %d"
                  .formatted(shared.iterations(), shared.vus(), each));
        }
        yield new DraftProfile.Iterations(shared.vus(), each, duration, stop);
      }
      case ConstantArrivalRate rate ->
          new DraftProfile.Rate(
              rate.rate() * MINUTE / rate.timeUnitNanos(), duration, rate.maxVus(), stop);
      case RampingArrivalRate ramp ->
          new DraftProfile.RateRamp(
              ramp.startRate() * MINUTE / ramp.timeUnitNanos(),
              stages(ramp.stages(), n -> n * MINUTE / ramp.timeUnitNanos()),
              ramp.maxVus(),
              stop);
    };
  }

  private List<DraftProfile.Stage> stages(List<Stage> stages, LongToDoubleFunction target) {
    List<DraftProfile.Stage> list = new ArrayList<>();
    for (Stage stage : stages) {
      if (stage.durationNanos() == 0) {
        notes.accept("a stage of no time jumps to its target; here it takes a second");
      }
      list.add(
          new DraftProfile.Stage(
              Duration.ofNanos(Math.max(1_000_000_000L, stage.durationNanos())),
              target.applyAsDouble(stage.target())));
    }
    return list;
  }
}
