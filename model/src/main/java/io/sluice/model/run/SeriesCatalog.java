package io.sluice.model.run;

import io.sluice.model.plan.CheckSpec;
import io.sluice.model.plan.Expectation;
import io.sluice.model.plan.LoadPlan;
import io.sluice.model.plan.Objective;
import io.sluice.model.plan.Op;
import io.sluice.model.plan.Phase;
import io.sluice.model.plan.RequestSpec;
import io.sluice.model.plan.Window;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

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
  private final LoadPlan plan;
  private final List<RequestSpec> requests;
  private final List<SeriesKey> series = new ArrayList<>();
  private final List<Set<Integer>> requestsOfPhase = new ArrayList<>();

  /**
   * A window of a phase, with the phase's script.
   *
   * @param tags the arm of a phase that is one of two that are compared
   */
  public record WindowKey(
      String phase, String scenario, String window, boolean measured, Map<String, String> tags) {
    public WindowKey {
      tags = Map.copyOf(tags);
    }
  }

  private SeriesCatalog(LoadPlan plan) {
    this.plan = plan;
    requests = plan.requests();
    firstWindow = new int[plan.phases().size()];
    for (int p = 0; p < plan.phases().size(); p++) {
      Phase phase = plan.phases().get(p);
      String scenario = plan.scripts().get(phase.script()).name();
      firstWindow[p] = windows.size();
      Set<Integer> sent = new LinkedHashSet<>();
      for (Op op : plan.scripts().get(phase.script()).ops()) {
        if (op instanceof Op.Send send) {
          sent.add(send.request());
        } else if (op instanceof Op.Call) {
          IntStream.range(0, requests.size()).forEach(sent::add);
        }
      }
      Map<String, String> tags = phase.tags();
      for (Window window : phase.windows()) {
        add(new WindowKey(phase.name(), scenario, window.name(), window.measured(), tags), sent);
      }
      add(new WindowKey(phase.name(), scenario, Window.DRAIN, false, tags), sent);
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
    return plan.checks().size();
  }

  /** How many metrics the plan names. */
  public int metricCount() {
    return plan.metrics().size();
  }

  /** How many series of requests there are. */
  public int seriesCount() {
    return series.size();
  }

  /** What a series is about. */
  public SeriesKey series(int number) {
    return series.get(number);
  }

  /**
   * What a cell of a check is about: its request's series, or where code made it.
   *
   * @param cell {@code window * checkCount + check}
   */
  public SeriesKey check(int cell) {
    int window = cell / checkCount();
    CheckSpec check = plan.checks().get(cell % checkCount());
    if (check.expectation() instanceof Expectation.OfCode(String group)) {
      WindowKey key = windows.get(window);
      return new SeriesKey(
          key.phase(), key.scenario(), key.window(), key.measured(), group, "", key.tags());
    }
    return series(window * requestCount() + check.request());
  }

  /** Whether that check is ever made in that window. */
  public boolean checkReachable(int cell) {
    CheckSpec check = plan.checks().get(cell % checkCount());
    return check.madeByCode() || reachable(cell / checkCount() * requestCount() + check.request());
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
    return new ObjectiveCheck(this, plan, objective).problem();
  }
}
