package io.sluice.model.run;

import io.sluice.model.plan.ArrivalModel.Arm;
import io.sluice.model.plan.LoadPlan;
import io.sluice.model.plan.Measure;
import io.sluice.model.plan.MetricSpec;
import io.sluice.model.plan.Nearest;
import io.sluice.model.plan.Objective;
import io.sluice.model.plan.Phase;
import io.sluice.model.plan.Selection;
import io.sluice.model.plan.Span;
import io.sluice.model.plan.Units;
import io.sluice.model.plan.Window;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Tells before a run why an objective can never be judged. */
final class ObjectiveCheck {
  /** A metric of the scenario's own belongs to no request, but to a window of one arm. */
  private static final Set<String> OF_WINDOWS = Set.of("scenario", "phase", "window", Arm.TAG);

  private final SeriesCatalog catalog;
  private final LoadPlan plan;
  private final Objective objective;
  private final List<SeriesKey> reachable;

  ObjectiveCheck(SeriesCatalog catalog, LoadPlan plan, Objective objective) {
    this.catalog = catalog;
    this.plan = plan;
    this.objective = objective;
    reachable = Stream.concat(requests(), checks()).toList();
  }

  private Stream<SeriesKey> requests() {
    return IntStream.range(0, catalog.seriesCount())
        .filter(catalog::reachable)
        .mapToObj(catalog::series);
  }

  /** Those of code belong to no request, and may stand where there is none. */
  private Stream<SeriesKey> checks() {
    return objective.measure().ofChecks()
        ? IntStream.range(0, catalog.windowCount() * catalog.checkCount())
            .filter(cell -> plan.checks().get(cell % catalog.checkCount()).madeByCode())
            .mapToObj(catalog::check)
        : Stream.empty();
  }

  /** A sentence with the nearest name, or an empty text. */
  String problem() {
    if (objective.measure() instanceof Measure.TargetMetric) {
      return ""; // only its server can tell
    }
    String metric = objective.measure().ownMetric();
    String problem = metric.isEmpty() ? ofRequests() : ofMetric(metric);
    return problem.isEmpty() ? ofSpan() : problem;
  }

  private String ofRequests() {
    Selection selection = objective.selection();
    if (objective.measure() instanceof Measure.OfferedLoad && !selection.names().isEmpty()) {
      return never("load is offered for all requests together: select nothing");
    }
    if (reachable.stream().noneMatch(selection::matches)) {
      return "no request matches '%s'%s".formatted(objective.expression(), nearest(selection));
    }
    List<String> checks = plan.checks().stream().map(check -> check.name()).distinct().toList();
    return switch (objective.measure()) {
      case Measure.CheckRate _ when checks.isEmpty() -> never("the scenario has no checks");
      case Measure.NamedCheckRate named when !checks.contains(named.check()) ->
          "no check is named '%s' in '%s'%s"
              .formatted(
                  named.check(), objective.expression(), Nearest.hint(named.check(), checks));
      default -> "";
    };
  }

  private String ofMetric(String name) {
    MetricSpec.Kind kind =
        switch (objective.measure()) {
          case Measure.RateShare _ -> MetricSpec.Kind.RATE;
          case Measure.CounterTotal _, Measure.CounterRate _ -> MetricSpec.Kind.COUNTER;
          case Measure.GaugeValue _ -> MetricSpec.Kind.GAUGE;
          default -> MetricSpec.Kind.TREND;
        };
    List<String> known =
        plan.metrics().stream().filter(m -> m.kind() == kind).map(MetricSpec::name).toList();
    if (!known.contains(name)) {
      return "no %s is named '%s' in '%s'%s"
          .formatted(
              kind.name().toLowerCase(Locale.ROOT),
              name,
              objective.expression(),
              Nearest.hint(name, known));
    }
    for (String key : objective.selection().names().keySet()) {
      if (!OF_WINDOWS.contains(key)) {
        return never(
            "a metric of the scenario belongs to no request: select it by scenario, phase or"
                + " window"
                + Nearest.hint(key, OF_WINDOWS));
      }
    }
    return reachable.stream().anyMatch(objective.selection()::matches)
        ? ""
        : "no window matches '%s'%s"
            .formatted(objective.expression(), nearest(objective.selection()));
  }

  /** A window that is never as long as the span. */
  private String ofSpan() {
    Duration wanted =
        switch (objective.selection().span()) {
          case Span.Worst worst -> worst.length();
          case Span.Whole _, Span.Last _ -> Duration.ZERO;
        };
    if (wanted.isPositive() && !objective.measure().hasWorst()) {
      return never("'worst' does not go with it");
    }
    if (objective.measure() instanceof Measure.BurnRate burn && burn.window().isPositive()) {
      if (!(objective.selection().span() instanceof Span.Whole)) {
        return never("its window is a span already");
      }
      wanted = burn.window();
    }
    Duration longest = longestStretch(objective.selection());
    return wanted.compareTo(longest) > 0
        ? never(
            "the longest stretch that it looks at has %s, not %s"
                .formatted(Units.format(longest), Units.format(wanted)))
        : "";
  }

  private String never(String why) {
    return "'%s' can never be judged: %s".formatted(objective.expression(), why);
  }

  /** The longest time without a gap that the selected windows cover. */
  private Duration longestStretch(Selection selection) {
    Duration longest = Duration.ZERO;
    Duration from = Duration.ZERO;
    Duration to = Duration.ZERO;
    for (Window window : selectedWindows(selection)) {
      if (window.from().compareTo(to) > 0) {
        from = window.from();
      }
      to = window.to().compareTo(to) > 0 ? window.to() : to;
      longest = to.minus(from).compareTo(longest) > 0 ? to.minus(from) : longest;
    }
    return longest;
  }

  /** With times from the start of the run, in order. */
  private List<Window> selectedWindows(Selection selection) {
    List<Window> selected = new ArrayList<>();
    for (int p = 0; p < plan.phases().size(); p++) {
      Phase phase = plan.phases().get(p);
      for (int w = 0; w < phase.windows().size(); w++) {
        Window window = phase.windows().get(w);
        SeriesCatalog.WindowKey key = catalog.window(catalog.firstWindow(p) + w);
        boolean matches =
            reachable.stream()
                .filter(s -> s.phase().equals(key.phase()) && s.window().equals(key.window()))
                .anyMatch(selection::matches);
        if (matches) {
          selected.add(
              new Window(
                  window.name(),
                  phase.start().plus(window.from()),
                  phase.start().plus(window.to()),
                  window.use()));
        }
      }
    }
    selected.sort(Comparator.comparing(Window::from));
    return selected;
  }

  private String nearest(Selection selection) {
    Set<String> keys =
        new LinkedHashSet<>(
            List.of("scenario", "group", "request", "phase", "window", "last", "worst"));
    reachable.forEach(s -> keys.addAll(s.tags().keySet()));
    for (Map.Entry<String, String> name : selection.names().entrySet()) {
      if (!keys.contains(name.getKey())) {
        return ": no tag is named '%s'%s"
            .formatted(name.getKey(), Nearest.hint(name.getKey(), keys));
      }
      Collection<String> values = values(name.getKey());
      if (!values.contains(name.getValue())) {
        return ": %s is one of %s%s"
            .formatted(
                name.getKey(),
                String.join(", ", values.stream().limit(12).toList()),
                Nearest.hint(name.getValue(), values));
      }
    }
    return reachable.stream()
        .filter(series -> !selection.names().containsKey("window"))
        .filter(series -> inWindow(selection, series.window()).matches(series))
        .findFirst()
        .map(
            series ->
                ": it is in no measured window; name one, such as {window:%s}"
                    .formatted(series.window()))
        .orElse("");
  }

  private static Selection inWindow(Selection selection, String window) {
    Map<String, String> names = new HashMap<>(selection.names());
    names.put("window", window);
    return new Selection(names);
  }

  private Collection<String> values(String key) {
    Set<String> values = new LinkedHashSet<>();
    reachable.forEach(s -> values.add(s.name(key)));
    values.remove("");
    return values;
  }
}
