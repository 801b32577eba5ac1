package io.sluice.scenarios.compile;

import io.sluice.model.plan.CheckSpec;
import io.sluice.model.plan.DataSource;
import io.sluice.model.plan.MetricSpec;
import io.sluice.model.plan.RequestSpec;
import io.sluice.model.plan.Target;
import io.sluice.scenarios.source.Location;
import io.sluice.scenarios.source.Problems;
import io.sluice.scenarios.tree.Scenario.DataTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Collects the numbered parts of a plan. */
final class PlanParts {
  private final List<Target> targets = new ArrayList<>();
  private final List<RequestSpec> requests = new ArrayList<>();
  private final Map<String, Location> requestNames = new HashMap<>();
  private final List<CheckSpec> checks = new ArrayList<>();
  private final List<MetricSpec> metrics = new ArrayList<>();
  private final List<DataSource> data = new ArrayList<>();
  private final List<DataTable> tables = new ArrayList<>();
  private final Set<Integer> usedData = new HashSet<>();
  private final Problems problems;

  PlanParts(Problems problems) {
    this.problems = problems;
  }

  int target(Target target) {
    if (!targets.contains(target)) {
      targets.add(target);
    }
    return targets.indexOf(target);
  }

  int request(RequestSpec request, Location at) {
    Location other = requestNames.putIfAbsent(request.name(), at);
    if (other != null) {
      problems.add(
          at,
          "two requests are named '%s', the other in line %d; give this one another 'name'"
              .formatted(request.name(), other.line()));
    }
    requests.add(request);
    return requests.size() - 1;
  }

  int check(CheckSpec check) {
    checks.add(check);
    return checks.size() - 1;
  }

  int metric(String name, MetricSpec.Kind kind, Location at) {
    for (int i = 0; i < metrics.size(); i++) {
      if (metrics.get(i).name().equals(name)) {
        MetricSpec.Kind other = metrics.get(i).kind();
        if (other != kind) {
          problems.add(
              at,
              "the metric '%s' cannot be both %s and %s".formatted(name, word(other), word(kind)));
        }
        return i;
      }
    }
    metrics.add(new MetricSpec(name, kind));
    return metrics.size() - 1;
  }

  private static String word(MetricSpec.Kind kind) {
    return switch (kind) {
      case TREND -> "a timer";
      case NUMBERS -> "a distribution";
      case RATE -> "a rate";
      case COUNTER -> "a counter";
      case GAUGE -> "a gauge";
    };
  }

  void table(DataTable table, DataSource source) {
    tables.add(table);
    data.add(source);
  }

  /** Number of the data source, or -1 where there is none, which is then noted. */
  int source(String name, Location at) {
    List<String> names = tables.stream().map(DataTable::name).toList();
    int number = names.indexOf(name);
    if (number < 0) {
      problems.add(at, "there is no data named '" + name + "'", name, names);
    }
    usedData.add(number);
    return number;
  }

  DataTable table(int source) {
    return tables.get(source);
  }

  DataSource rows(int source) {
    return data.get(source);
  }

  /** Names of data that nothing draws from. */
  List<String> unusedData() {
    List<String> unused = new ArrayList<>();
    for (int i = 0; i < tables.size(); i++) {
      if (!usedData.contains(i)) {
        unused.add(tables.get(i).name());
      }
    }
    return unused;
  }

  List<Target> targets() {
    return targets;
  }

  List<RequestSpec> requests() {
    return requests;
  }

  List<CheckSpec> checks() {
    return checks;
  }

  List<MetricSpec> metrics() {
    return metrics;
  }

  List<DataSource> data() {
    return data;
  }
}
