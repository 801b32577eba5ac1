package io.sluice.cli;

import io.sluice.model.plan.LoadPlan;
import io.sluice.model.plan.Measure.TargetMetric;
import io.sluice.model.plan.Objective;
import io.sluice.model.plan.Phase;
import io.sluice.model.plan.ServerUrl;
import io.sluice.model.plan.Window;
import io.sluice.model.run.Interval;
import io.sluice.model.run.IntervalListener;
import io.sluice.model.run.RunEnd;
import io.sluice.model.run.TargetMetrics;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * What a plan's objectives want to know of the target itself: asked of Prometheus servers when the
 * load has ended, all at once, and kept in the run's folder.
 */
final class TargetQueries implements IntervalListener {
  /** More values than this help no chart. */
  private static final long MOST_VALUES = 600;

  private final LoadPlan plan;
  private final Map<TargetMetric, String> servers;
  private final PrometheusAccess access;
  private final Clock clock;
  private long startMillis = Long.MAX_VALUE;

  private TargetQueries(
      LoadPlan plan, Map<TargetMetric, String> servers, PrometheusAccess access, Clock clock) {
    this.plan = plan;
    this.servers = servers;
    this.access = access;
    this.clock = clock;
  }

  /**
   * The queries of a plan.
   *
   * @param url of the server for those that name none, as the command line has it
   * @throws UserMistake if a query has no server, or its address is none
   */
  static TargetQueries of(
      LoadPlan plan, @Nullable String url, Map<String, String> environment, Clock clock) {
    String variable = environment.getOrDefault("PROMETHEUS_URL", "");
    String standard =
        url != null
            ? Flag.read("--prometheus-url", url, ServerUrl::checked)
            : variable.isEmpty() ? "" : Flag.read("PROMETHEUS_URL", variable, ServerUrl::checked);
    Map<TargetMetric, String> servers = new LinkedHashMap<>();
    for (Objective objective : plan.objectives()) {
      if (objective.measure() instanceof TargetMetric metric) {
        String server = metric.url().isEmpty() ? standard : metric.url();
        if (server.isEmpty()) {
          throw new UserMistake(
              "'%s' needs the address of a Prometheus server: --prometheus-url, PROMETHEUS_URL, or 'url' in the scenario"
                  .formatted(objective));
        }
        servers.put(metric, server);
      }
    }
    return new TargetQueries(plan, servers, PrometheusAccess.of(environment), clock);
  }

  /** Intervals come late, never early: the earliest start that one of them tells is the nearest. */
  @Override
  public void onInterval(Interval interval) {
    startMillis = Math.min(startMillis, clock.millis() - interval.toNanos() / 1_000_000);
  }

  /** Asks, if there is anything to ask, and keeps the answers in the folder of the run. */
  void keep(RunFolder folder, RunEnd end) throws IOException {
    if (!servers.isEmpty()) {
      TargetMetricsFile.write(folder, ask(end, PrometheusClient.PATIENCE));
    }
  }

  /** Asks all servers. */
  TargetMetrics ask(RunEnd end, Duration patience) {
    double from = windows().stream().mapToDouble(w -> w.from().toNanos() / 1e9).min().orElse(0);
    double last = windows().stream().mapToDouble(w -> w.to().toNanos() / 1e9).max().orElse(0);
    double to = Math.min(last, end.nanos() / 1e9);
    if (startMillis == Long.MAX_VALUE || to <= from) {
      return new TargetMetrics(
          servers.keySet().stream().<TargetMetrics.Answer>map(metric -> unasked(metric)).toList());
    }
    long step = Math.max(1, Math.ceilDiv((long) Math.ceil(to - from), MOST_VALUES));
    PrometheusClient.Range range = new PrometheusClient.Range(startMillis, from, to, step);
    List<TargetMetrics.Answer> answers = new ArrayList<>();
    try (PrometheusClient client = new PrometheusClient(access, patience);
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<TargetMetrics.Answer>> asked = new ArrayList<>();
      servers.forEach(
          (metric, server) -> asked.add(threads.submit(() -> client.ask(metric, server, range))));
      for (Future<TargetMetrics.Answer> answer : asked) {
        answers.add(answer.get());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException e) {
      throw new IllegalStateException("every answer is an answer", e);
    }
    return new TargetMetrics(answers);
  }

  private static TargetMetrics.Problem unasked(TargetMetric metric) {
    return new TargetMetrics.Problem(
        metric.query(), metric.url(), "the run ended before its measured time began");
  }

  /** The measured windows, on the clock of the run. */
  private List<Window> windows() {
    List<Window> measured = new ArrayList<>();
    for (Phase phase : plan.phases()) {
      for (Window window : phase.windows()) {
        if (window.measured()) {
          measured.add(
              new Window(
                  window.name(),
                  phase.start().plus(window.from()),
                  phase.start().plus(window.to()),
                  window.use()));
        }
      }
    }
    return measured;
  }
}
