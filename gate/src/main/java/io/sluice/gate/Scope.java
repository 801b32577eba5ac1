package io.sluice.gate;

import io.sluice.model.plan.LoadPlan;
import io.sluice.model.plan.Objective;
import io.sluice.model.plan.Selection;
import io.sluice.model.run.RunResult;
import io.sluice.model.run.SeriesCatalog;
import io.sluice.model.run.SeriesKey;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * Where an objective looks: the cells of an interval that its selection matches, and the stretches
 * of the run that its windows cover.
 */
final class Scope {
  private final LoadPlan plan;
  private final SeriesCatalog catalog;
  private final Selection selection;
  private final boolean ownMetric;
  private final boolean ofChecks;
  private final Stretches stretches;

  Scope(RunResult run, Objective objective) {
    this(run, objective, Excerpt.WHOLE);
  }

  /** Within a part of the run. */
  Scope(RunResult run, Objective objective, Excerpt excerpt) {
    plan = run.plan();
    catalog = run.catalog();
    selection = objective.selection();
    ofChecks = objective.measure().ofChecks();
    ownMetric = !objective.measure().ownMetric().isEmpty();
    stretches = Stretches.of(plan, catalog, this::selects).within(excerpt);
  }

  /** Numbers of the series that are selected. */
  List<Integer> series() {
    return IntStream.range(0, catalog.seriesCount()).filter(this::selectsSeries).boxed().toList();
  }

  private boolean selectsSeries(int number) {
    return catalog.reachable(number) && selection.matches(catalog.series(number));
  }

  /** Numbers of the cells of checks on selected series. */
  List<Integer> checks(Predicate<String> names) {
    int count = catalog.checkCount();
    return IntStream.range(0, catalog.windowCount() * count)
        .filter(cell -> names.test(plan.checks().get(cell % count).name()))
        .filter(this::selectsCheck)
        .boxed()
        .toList();
  }

  /** Numbers of the cells of a metric in selected windows. */
  List<Integer> metrics(String name) {
    int count = catalog.metricCount();
    return IntStream.range(0, catalog.windowCount() * count)
        .filter(
            cell -> plan.metrics().get(cell % count).name().equals(name) && selects(cell / count))
        .boxed()
        .toList();
  }

  /**
   * Whether a window is selected: by its own names for a metric of the scenario, which belongs to
   * no request; by any of its series, or checks, else.
   */
  private boolean selects(int window) {
    if (ownMetric) {
      var key = catalog.windows().get(window);
      return selection.matches(
          new SeriesKey(
              key.phase(), key.scenario(), key.window(), key.measured(), "", "", key.tags()));
    }
    int first = window * catalog.requestCount();
    return IntStream.range(first, first + catalog.requestCount()).anyMatch(this::selectsSeries)
        || (ofChecks && selectsChecks(window));
  }

  /** Checks that code makes may stand where there is no request. */
  private boolean selectsChecks(int window) {
    int first = window * catalog.checkCount();
    return IntStream.range(first, first + catalog.checkCount()).anyMatch(this::selectsCheck);
  }

  private boolean selectsCheck(int cell) {
    return catalog.checkReachable(cell) && selection.matches(catalog.check(cell));
  }

  /** The stretches of the run that the selected windows cover. */
  Stretches stretches() {
    return stretches;
  }

  /** Numbers of the series of a phase that are selected, in whatever window they are. */
  List<Integer> seriesOfPhase(String phase) {
    Map<String, String> names = new HashMap<>(selection.names());
    names.remove("window");
    Selection anyWindow = new Selection(names);
    return IntStream.range(0, catalog.seriesCount())
        .filter(catalog::reachable)
        .filter(s -> catalog.series(s).phase().equals(phase))
        .filter(s -> anyWindow.matches(asMeasured(catalog.series(s))))
        .boxed()
        .toList();
  }

  /** Numbers of the cells of a metric in a phase, in whatever window they are. */
  List<Integer> metricsOfPhase(String name, String phase) {
    int count = catalog.metricCount();
    return IntStream.range(0, catalog.windowCount() * count)
        .filter(cell -> plan.metrics().get(cell % count).name().equals(name))
        .filter(cell -> catalog.window(cell / count).phase().equals(phase))
        .boxed()
        .toList();
  }

  private static SeriesKey asMeasured(SeriesKey key) {
    return new SeriesKey(
        key.phase(), key.scenario(), key.window(), true, key.group(), key.request(), key.tags());
  }
}
