package io.sluice.gate.compare;

import io.sluice.model.plan.ArrivalModel;
import io.sluice.model.plan.LoadPlan;
import io.sluice.model.plan.Units;
import io.sluice.model.run.SeriesCatalog;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What two runs must share for a difference between them to say something of the target. Where the
 * load goes, how long it lasts and by what it is judged are no part of it.
 *
 * @param scenario its name
 * @param load each phase with its load: {@code main: poisson arrivals at 200/s}
 * @param requests names of the measured requests, in the plan's order; those of code, which come in
 *     any order, by name
 */
public record Fingerprint(String scenario, List<String> load, List<String> requests) {
  public Fingerprint {
    load = List.copyOf(load);
    requests = List.copyOf(requests);
  }

  /** Of a plan. */
  public static Fingerprint of(LoadPlan plan) {
    SeriesCatalog catalog = SeriesCatalog.of(plan);
    return new Fingerprint(
        plan.name(),
        plan.phases().stream()
            .map(phase -> phase.name() + ": " + describe(phase.arrivals()))
            .toList(),
        (plan.callsCode() ? requests(catalog).sorted() : requests(catalog)).toList());
  }

  private static Stream<String> requests(SeriesCatalog catalog) {
    return IntStream.range(0, catalog.seriesCount())
        .filter(s -> catalog.reachable(s) && catalog.series(s).measured())
        .mapToObj(s -> catalog.series(s).request())
        .distinct();
  }

  /** In what way another one differs, as a clause; empty if it does not. */
  public String difference(Fingerprint other) {
    if (!scenario.equals(other.scenario)) {
      return "the scenarios are '%s' and '%s'".formatted(scenario, other.scenario);
    }
    if (!load.equals(other.load)) {
      return "the loads are '%s' and '%s'"
          .formatted(String.join("; ", load), String.join("; ", other.load));
    }
    if (!requests.equals(other.requests)) {
      return "the requests are %s and %s"
          .formatted(String.join(", ", requests), String.join(", ", other.requests));
    }
    return "";
  }

  private static String describe(ArrivalModel model) {
    return switch (model) {
      case ArrivalModel.ConstantRate rate ->
          "%s arrivals at %s/s".formatted(lower(rate.spacing()), Units.number(rate.perSecond()));
      case ArrivalModel.RampingRate ramp ->
          "%s arrivals from %s/s%s"
              .formatted(
                  lower(ramp.spacing()),
                  Units.number(ramp.start()),
                  String.join(
                      "",
                      ramp.stages().stream()
                          .map(
                              stage ->
                                  " to %s/s in %s"
                                      .formatted(
                                          Units.number(stage.target()),
                                          Units.format(stage.duration())))
                          .toList()));
      case ArrivalModel.Split split -> describe(split.whole());
      case ArrivalModel.ConstantUsers users -> users.users() + " users";
      case ArrivalModel.RampingUsers users ->
          "%d users%s"
              .formatted(
                  users.start(),
                  String.join(
                      "",
                      users.stages().stream()
                          .map(
                              stage ->
                                  " to %d in %s"
                                      .formatted(stage.target(), Units.format(stage.duration())))
                          .toList()));
      case ArrivalModel.Iterations iterations ->
          "%d users with %d iterations each".formatted(iterations.users(), iterations.perUser());
      case ArrivalModel.SharedIterations shared ->
          "%d users sharing %d iterations".formatted(shared.users(), shared.iterations());
    };
  }

  private static String lower(ArrivalModel.Spacing spacing) {
    return spacing.name().toLowerCase(Locale.ROOT);
  }
}
