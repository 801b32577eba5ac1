package io.sluice.reports.prometheus;

import io.prometheus.client.Collector;
import io.sluice.gate.Verdict;
import io.sluice.model.plan.LoadPlan;
import io.sluice.model.plan.Objective;
import io.sluice.model.run.Interval;
import io.sluice.model.run.IntervalListener;
import io.sluice.model.run.SeriesCatalog;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The metrics of a run while it goes on.
 *
 * <ol>
 *   <li>What is told to it may be told by another thread than those that ask for metrics.
 *   <li>Who asks sees whole intervals, and never a counter that goes back.
 *   <li>An interval is copied during the call; nothing of it is kept.
 * </ol>
 */
public final class RunMetrics implements IntervalListener {
  private final RequestTotals requests;
  private final CheckTotals checks;
  private final OwnTotals own;
  private final GeneratorTotals generator = new GeneratorTotals();
  private final WindowGauges windows;
  private final ObjectiveGauges objectives;
  private final Family run;
  private final Family build;

  private RunMetrics(LoadPlan plan, Map<String, String> facts) {
    List<Objective> judged = plan.objectives();
    SeriesCatalog catalog = SeriesCatalog.of(plan);
    RequestLabels labels = new RequestLabels(plan);
    requests = new RequestTotals(catalog, labels, judged);
    checks = new CheckTotals(plan, catalog, labels);
    own = new OwnTotals(plan, catalog, judged);
    windows = new WindowGauges(plan);
    objectives = new ObjectiveGauges(judged);
    run =
        Family.gauge("sluice_run_info", "The run that these metrics are of.")
            .add(
                Labels.of("run", facts.getOrDefault("run", ""))
                    .and("name", plan.name())
                    .and("profile", plan.profile())
                    .and("digest", plan.digest()),
                1);
    build =
        Family.gauge("sluice_build_info", "The generator that makes the load.")
            .add(
                Labels.of("version", facts.getOrDefault("version", ""))
                    .and("java", facts.getOrDefault("java", "")),
                1);
  }

  /**
   * The metrics of a run that has not begun.
   *
   * @param plan whose names are shown: without what must not be seen
   * @param facts {@code run}: what the run is called; {@code version} and {@code java} of the
   *     generator
   */
  public static RunMetrics of(LoadPlan plan, Map<String, String> facts) {
    return new RunMetrics(plan, facts);
  }

  /**
   * More of what the run's code names is known: from now on intervals are those of this plan.
   *
   * @param plan the same with more requests or checks
   */
  public synchronized void grow(LoadPlan plan) {
    SeriesCatalog catalog = SeriesCatalog.of(plan);
    RequestLabels labels = new RequestLabels(plan);
    requests.grow(catalog, labels);
    checks.grow(plan, catalog, labels);
  }

  @Override
  public synchronized void onInterval(Interval interval) {
    requests.add(interval);
    checks.add(interval);
    own.add(interval);
    generator.add(interval);
    windows.add(interval);
  }

  /** The run was judged by what was seen so far. */
  public synchronized void judged(Verdict soFar) {
    objectives.judged(soFar.objectives());
  }

  /** The run is over and has its verdict. */
  public synchronized void concluded(Verdict verdict) {
    objectives.judged(verdict.objectives());
    objectives.concluded(verdict.status());
    generator.end();
    windows.end();
  }

  /** All metrics, rendered for the client library. */
  synchronized List<Collector.MetricFamilySamples> families() {
    return Stream.of(
            Stream.of(build.samples(), run.samples()),
            windows.families(),
            requests.families(),
            checks.families(),
            own.families(),
            objectives.families(),
            generator.families())
        .flatMap(Function.identity())
        .toList();
  }

  /** What the client library registers. */
  Collector collector() {
    return new Collector() {
      @Override
      public List<MetricFamilySamples> collect() {
        return families();
      }
    };
  }
}
