package io.sluice.model.run;

import io.sluice.model.plan.LoadPlan;
import io.sluice.model.plan.Measure;
import io.sluice.model.plan.MetricSpec;
import io.sluice.model.plan.Nearest;
import io.sluice.model.plan.Objective;
import io.sluice.model.plan.Op;
import io.sluice.model.plan.Phase;
import io.sluice.model.plan.RequestSpec;
import io.sluice.model.plan.Window;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The series that a plan can produce, numbered: every window of every phase, with a drain window
 * after the last, times every request, check and metric.
 *
 * <p>Windows are numbered through all phases; the series of window w and request r is {@code w *
 * requests + r}, and likewise for checks and metrics.
 */
public final class SeriesCatalog {
  private final List<WindowKey> windows = new ArrayList<>();
  private final int[] firstWindow;
  private final List<RequestSpec> requests;
  private final List<String> checks;
  private final List<MetricSpec> metrics;
  private final List<SeriesKey> series = new ArrayList<>();
  private final List<Set<Integer>> requestsOfPhase = new ArrayList<>();

  /** A window of a phase, with the phase's script. */
  public record WindowKey(String phase, String scenario, String window, boolean measured) {}

  private SeriesCatalog(LoadPlan plan) {
    requests = plan.requests();
    checks = plan.checks().stream().map(check -> check.name()).toList();
    metrics = plan.metrics();
    firstWindow = new int[plan.phases().size()];
    for (int p = 0; p < plan.phases().size(); p++) {
      Phase phase = plan.phases().get(p);
      String scenario = plan.scripts().get(phase.script()).name();
      firstWindow[p] = windows.size();
      Set<Integer> sent = new LinkedHashSet<>();
      for (Op op : plan.scripts().get(phase.script()).ops()) {
        if (op instanceof Op.Send send) {
          sent.add(send.request());
        }
      }
      for (Window window : phase.windows()) {
        add(new WindowKey(phase.name(), scenario, window.name(), window.measured()), sent);
      }
      add(new WindowKey(phase.name(), scenario, Window.DRAIN, false), sent);
    }
  }

  private void add(WindowKey window, Set<Integer> sent) {
    windows.add(window);
    requestsOfPhase.add(sent);
    for (RequestSpec request : requests) {
      series.add(
          new SeriesKey(
              window.phase(),
              window.scenario(),
              window.window(),
              window.measured(),
              request.group(),
              request.name(),
              request.tags()));
    }
  }

  /** The series of a plan. */
  public static SeriesCatalog of(LoadPlan plan) {
    return new SeriesCatalog(plan);
  }

  /** Number of the first window of a phase; its others follow, the drain window last. */
  public int firstWindow(int phase) {
    return firstWindow[phase];
  }

  /** All windows of all phases, in their numbers' order. */
  public List<WindowKey> windows() {
    return List.copyOf(windows);
  }

  /** How many windows there are, drain windows included. */
  public int windowCount() {
    return windows.size();
  }

  /** How many requests the plan names. */
  public int requestCount() {
    return requests.size();
  }

  /** How many checks the plan names. */
  public int checkCount() {
    return checks.size();
  }

  /** How many metrics the plan names. */
  public int metricCount() {
    return metrics.size();
  }

  /** How many series of requests there are. */
  public int seriesCount() {
    return series.size();
  }

  /** What a series is about. */
  public SeriesKey series(int number) {
    return series.get(number);
  }

  /** Number of the window that a series, numbered as {@code window * count + i}, lies in. */
  public WindowKey window(int number) {
    return windows.get(number);
  }

  /** Whether requests of that series are ever sent. */
  public boolean reachable(int number) {
    return requestsOfPhase.get(number / requests.size()).contains(number % requests.size());
  }

  /**
   * What is wrong with an objective, if it can never see anything: a sentence with the nearest
   * name, or an empty text.
   */
  public String problemWith(Objective objective) {
    String metric = objective.measure().ownMetric();
    if (!metric.isEmpty()) {
      return problemWithMetric(objective, metric);
    }
    for (int s = 0; s < series.size(); s++) {
      if (reachable(s) && objective.selection().matches(series.get(s))) {
        return problemWithChecks(objective);
      }
    }
    return "no request matches '%s'%s".formatted(objective.expression(), nearest(objective));
  }

  private String problemWithChecks(Objective objective) {
    return switch (objective.measure()) {
      case Measure.CheckRate _ when checks.isEmpty() ->
          "'" + objective.expression() + "' can never be judged: the scenario has no checks";
      case Measure.NamedCheckRate named when !checks.contains(named.check()) ->
          "no check is named '%s' in '%s'%s"
              .formatted(
                  named.check(), objective.expression(), Nearest.hint(named.check(), checks));
      default -> "";
    };
  }

  private String problemWithMetric(Objective objective, String name) {
    MetricSpec.Kind kind =
        switch (objective.measure()) {
          case Measure.RateShare _ -> MetricSpec.Kind.RATE;
          case Measure.CounterTotal _, Measure.CounterRate _ -> MetricSpec.Kind.COUNTER;
          case Measure.GaugeValue _ -> MetricSpec.Kind.GAUGE;
          default -> MetricSpec.Kind.TREND;
        };
    List<String> known =
        metrics.stream().filter(m -> m.kind() == kind).map(MetricSpec::name).toList();
    if (known.contains(name)) {
      return "";
    }
    return "no %s is named '%s' in '%s'%s"
        .formatted(
            kind.name().toLowerCase(Locale.ROOT),
            name,
            objective.expression(),
            Nearest.hint(name, known));
  }

  private String nearest(Objective objective) {
    Set<String> keys =
        new LinkedHashSet<>(List.of("scenario", "group", "request", "phase", "window"));
    series.forEach(s -> keys.addAll(s.tags().keySet()));
    for (var name : objective.selection().names().entrySet()) {
      if (!keys.contains(name.getKey())) {
        return ": no tag is named '%s'%s"
            .formatted(name.getKey(), Nearest.hint(name.getKey(), keys));
      }
      Set<String> values = new LinkedHashSet<>();
      for (int s = 0; s < series.size(); s++) {
        if (reachable(s)) {
          values.add(value(series.get(s), name.getKey()));
        }
      }
      values.remove("");
      if (!values.contains(name.getValue())) {
        return ": %s is one of %s%s"
            .formatted(
                name.getKey(),
                String.join(", ", values.stream().limit(12).toList()),
                Nearest.hint(name.getValue(), values));
      }
    }
    return "";
  }

  private static String value(SeriesKey key, String name) {
    return switch (name) {
      case "scenario" -> key.scenario();
      case "phase" -> key.phase();
      case "window" -> key.window();
      case "request" -> key.request();
      case "group" -> key.group();
      default -> key.tags().getOrDefault(name, "");
    };
  }
}
