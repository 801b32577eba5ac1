package io.sluice.reports.prometheus;

import io.prometheus.client.CollectorRegistry;
import io.prometheus.client.exporter.BasicAuthHttpConnectionFactory;
import io.prometheus.client.exporter.PushGateway;
import io.sluice.reports.text.Printable;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/**
 * Pushes the metrics of a run to a Pushgateway, again and again and a last time when it is closed;
 * each push takes the place of the one before. One that fails is told once, and nothing else comes
 * of it.
 */
public final class MetricsPush implements AutoCloseable {
  /** How long it is from push to push. */
  public static final Duration EVERY = Duration.ofSeconds(10);

  private static final long LAST_SECONDS = 5;
  private static final int LONGEST = 200;

  private final PushTarget target;
  private final String job;
  private final String run;
  private final CollectorRegistry registry = new CollectorRegistry();
  private final PushGateway gateway;
  private final Consumer<String> problems;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("sluice-push").factory());
  private boolean told;

  private MetricsPush(
      PushTarget target, String job, String run, RunMetrics metrics, Consumer<String> problems) {
    this.target = target;
    this.job = job;
    this.run = run;
    this.problems = problems;
    registry.register(metrics.collector());
    gateway = new PushGateway(url(target));
    if (!target.user().isEmpty()) {
      gateway.setConnectionFactory(
          new BasicAuthHttpConnectionFactory(target.user(), target.password()));
    }
  }

  private static URL url(PushTarget target) {
    try {
      return target.uri().toURL();
    } catch (MalformedURLException e) {
      throw new IllegalStateException("every Java runtime knows http and https", e);
    }
  }

  /**
   * Pushes from now on.
   *
   * @param job what the metrics are grouped by, with {@code run}
   * @param every how long it is from push to push
   * @param problems is told the first push that fails, in a sentence
   */
  public static MetricsPush start(
      PushTarget target,
      String job,
      String run,
      RunMetrics metrics,
      Duration every,
      Consumer<String> problems) {
    MetricsPush push = new MetricsPush(target, job, run, metrics, problems);
    ScheduledFuture<?> _ =
        push.thread.scheduleWithFixedDelay(
            push::push, every.toNanos(), every.toNanos(), TimeUnit.NANOSECONDS);
    return push;
  }

  private void push() {
    try {
      gateway.push(registry, grouped(job), Map.of("run", grouped(run)));
    } catch (IOException | RuntimeException e) {
      tell(Printable.clip(Printable.line(String.valueOf(e.getMessage())), LONGEST));
    }
  }

  /** The client library writes a blank as +, which means a plus sign in a path. */
  private static String grouped(String value) {
    return value.replaceAll("\\s", "_");
  }

  private synchronized void tell(String why) {
    if (!told) {
      told = true;
      problems.accept(
          "cannot push metrics to %s: %s; the run goes on without".formatted(target, why));
    }
  }

  /** Pushes a last time, and waits for it a few seconds at most. */
  @Override
  public void close() {
    try {
      thread.submit(this::push).get(LAST_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      tell("no answer within %d s".formatted(LAST_SECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e); // push() throws nothing
    }
    thread.shutdownNow();
  }
}
