package io.sluice.k6.run;

import io.sluice.engine.door.CheckNames;
import io.sluice.engine.door.RequestNames;
import io.sluice.k6.metrics.Contains;
import io.sluice.k6.metrics.Metric;
import io.sluice.model.plan.CheckSpec;
import io.sluice.model.plan.LoadPlan;
import io.sluice.model.plan.MetricSpec;
import io.sluice.model.plan.RequestSpec;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a script names, by the numbers of its plan: metrics of its own, which are known when it is
 * loaded; requests and checks as they appear while it runs. Thread-safe.
 */
final class ScriptNames {
  /** How many different requests reports tell apart. */
  private static final int REQUESTS = 300;

  /** How many different checks reports tell apart. */
  private static final int CHECKS = 300;

  private final RequestNames requests = new RequestNames(REQUESTS);
  private final CheckNames checks = new CheckNames(CHECKS);
  private final List<MetricSpec> metrics = new ArrayList<>();
  private final @Nullable Place[] places;

  /** Which of the plan's metrics one of the script's is. */
  record Place(int number, MetricSpec.Kind kind) {}

  /** The names of a script that was loaded, which has defined its metrics. */
  ScriptNames(StoreSamples.Definitions definitions) {
    List<Metric> defined = definitions.defined();
    places = new Place[defined.size()];
    for (int i = 0; i < places.length; i++) {
      Metric metric = defined.get(i);
      if (!definitions.isBuiltin(metric)) {
        places[i] = new Place(metrics.size(), kind(metric));
        metrics.add(new MetricSpec(metric.name(), kind(metric)));
      }
    }
  }

  private static MetricSpec.Kind kind(Metric metric) {
    return switch (metric.type()) {
      case COUNTER -> MetricSpec.Kind.COUNTER;
      case GAUGE -> MetricSpec.Kind.GAUGE;
      case RATE -> MetricSpec.Kind.RATE;
      case TREND ->
          metric.contains() == Contains.TIME ? MetricSpec.Kind.TREND : MetricSpec.Kind.NUMBERS;
    };
  }

  RequestNames requests() {
    return requests;
  }

  CheckNames checks() {
    return checks;
  }

  /** The metrics of the script's own. */
  List<MetricSpec> metrics() {
    return List.copyOf(metrics);
  }

  /** Where the plan has a metric, by the script's number of it; null if it has not. */
  @Nullable Place place(int metric) {
    return metric < places.length ? places[metric] : null;
  }

  /** How many names there are by now; it only rises. */
  int count() {
    return requests.count() + checks.count();
  }

  /** A plan of the script with the names that are known by now. */
  LoadPlan known(LoadPlan plan) {
    List<RequestSpec> sent = requests.requests(); // before the targets, which they point to
    List<CheckSpec> made = checks.checks();
    return plan.withNames(requests.targets(), sent, made);
  }
}
