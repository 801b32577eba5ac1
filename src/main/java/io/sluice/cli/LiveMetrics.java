package io.sluice.cli;

import io.sluice.gate.Verdict;
import io.sluice.model.plan.LoadPlan;
import io.sluice.model.plan.Units;
import io.sluice.model.run.IntervalListener;
import io.sluice.reports.prometheus.MetricsEndpoint;
import io.sluice.reports.prometheus.MetricsPush;
import io.sluice.reports.prometheus.PushTarget;
import io.sluice.reports.prometheus.RunMetrics;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jline.utils.Signals;
import org.jspecify.annotations.Nullable;

/**
 * The metrics of a run where Prometheus, or a Pushgateway, is to see it; else nothing at all. It
 * listens from the beginning, so that a port that is taken costs no run, and shows metrics once
 * there is something to run.
 */
final class LiveMetrics implements AutoCloseable {
  private final @Nullable MetricsEndpoint endpoint;
  private final @Nullable PushTarget target;
  private final String job;
  private final Duration linger;
  private final Console console;
  private @Nullable RunMetrics metrics;
  private @Nullable MetricsPush push;
  private boolean concluded;

  private LiveMetrics(
      @Nullable MetricsEndpoint endpoint,
      @Nullable PushTarget target,
      String job,
      Duration linger,
      Console console) {
    this.endpoint = endpoint;
    this.target = target;
    this.job = job;
    this.linger = linger;
    this.console = console;
  }

  /** Listens if that was asked for, and says where. */
  static LiveMetrics open(PrometheusFlags flags, Console console) {
    PushTarget target = flags.pushTarget().orElse(null);
    String job = flags.job();
    Duration linger = flags.linger();
    MetricsEndpoint endpoint = flags.endpoint().orElse(null); // last: it holds a port
    if (endpoint != null) {
      console.out().println("Metrics for Prometheus are at " + endpoint.address());
      console.out().flush();
    }
    return new LiveMetrics(endpoint, target, job, linger, console);
  }

  /** Whether somebody is to see the run. */
  boolean wanted() {
    return endpoint != null || target != null;
  }

  /**
   * Shows a run that is about to begin.
   *
   * @param plan as it is stored: without secrets
   * @param run what the run is called
   * @param soFar the last judgement of that plan by what was seen so far
   * @return what wants to be told of its intervals
   */
  IntervalListener watch(LoadPlan plan, String run, Supplier<Optional<Verdict>> soFar) {
    if (!wanted()) {
      return _ -> {};
    }
    Map<String, String> facts =
        Map.of("run", run, "version", Version.current(), "java", Runtime.version().toString());
    RunMetrics shown = RunMetrics.of(plan, facts);
    metrics = shown;
    if (endpoint != null) {
      endpoint.show(shown);
    }
    if (target != null) {
      push = MetricsPush.start(target, job, run, shown, MetricsPush.EVERY, console::problem);
    }
    return interval -> {
      shown.onInterval(interval);
      soFar.get().ifPresent(shown::judged);
    };
  }

  /** More of what the run's code names is known: from now on intervals are those of this plan. */
  void grow(LoadPlan plan) {
    if (metrics != null) {
      metrics.grow(plan);
    }
  }

  /** Shows the verdict. */
  void concluded(Verdict verdict) {
    if (metrics != null) {
      metrics.concluded(verdict);
      concluded = true;
    }
  }

  /** Pushes a last time, and shows the verdict for as long as was asked for. */
  @Override
  public void close() {
    if (push != null) {
      push.close();
    }
    if (endpoint != null) {
      if (concluded && linger.isPositive()) {
        console
            .out()
            .println(
                "Metrics stay at %s for %s; Ctrl-C ends that."
                    .formatted(endpoint.address(), Units.format(linger)));
        console.out().flush();
        rest(linger);
      }
      endpoint.close();
    }
  }

  private static void rest(Duration time) {
    CountDownLatch enough = new CountDownLatch(1);
    Object interrupt = Signals.register("INT", enough::countDown);
    Object terminate = Signals.register("TERM", enough::countDown);
    try {
      boolean _ = enough.await(time.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      unregister("INT", interrupt);
      unregister("TERM", terminate);
    }
  }

  private static void unregister(String signal, @Nullable Object previous) {
    if (previous != null) {
      Signals.unregister(signal, previous);
    }
  }
}
