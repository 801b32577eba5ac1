package io.sluice.k6.metrics;

import static io.sluice.k6.metrics.MetricType.COUNTER;
import static io.sluice.k6.metrics.MetricType.GAUGE;
import static io.sluice.k6.metrics.MetricType.RATE;
import static io.sluice.k6.metrics.MetricType.TREND;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The metrics of a run: the built-in ones, and those that its script makes.
 *
 * <p>Any thread may call any method. Sub-metrics are asked for before the first sample is taken: a
 * later one misses the samples before it.
 */
public final class MetricRegistry {
  private static final Pattern NAME = Pattern.compile("[a-zA-Z_][a-zA-Z0-9_]{1,128}");

  private final Map<String, Metric> metrics = new LinkedHashMap<>();
  private final int builtins;
  private int slots;

  /** A registry with the built-in metrics. */
  public MetricRegistry() {
    builtin(Contains.DEFAULT, GAUGE, Builtins.VUS, Builtins.VUS_MAX);
    builtin(Contains.DEFAULT, COUNTER, Builtins.ITERATIONS, Builtins.DROPPED_ITERATIONS);
    builtin(Contains.TIME, TREND, Builtins.ITERATION_DURATION, Builtins.GROUP_DURATION);
    builtin(Contains.DEFAULT, RATE, Builtins.CHECKS, Builtins.HTTP_REQ_FAILED);
    builtin(Contains.DEFAULT, COUNTER, Builtins.HTTP_REQS);
    builtin(
        Contains.TIME,
        TREND,
        Builtins.HTTP_REQ_DURATION,
        Builtins.HTTP_REQ_BLOCKED,
        Builtins.HTTP_REQ_CONNECTING,
        Builtins.HTTP_REQ_TLS_HANDSHAKING,
        Builtins.HTTP_REQ_SENDING,
        Builtins.HTTP_REQ_WAITING,
        Builtins.HTTP_REQ_RECEIVING);
    builtin(
        Contains.DEFAULT,
        COUNTER,
        Builtins.WS_SESSIONS,
        Builtins.WS_MSGS_SENT,
        Builtins.WS_MSGS_RECEIVED);
    builtin(
        Contains.TIME,
        TREND,
        Builtins.WS_PING,
        Builtins.WS_SESSION_DURATION,
        Builtins.WS_CONNECTING,
        Builtins.GRPC_REQ_DURATION);
    builtin(Contains.DATA, COUNTER, Builtins.DATA_SENT, Builtins.DATA_RECEIVED);
    builtins = slots;
  }

  private void builtin(Contains contains, MetricType type, String... names) {
    for (String name : names) {
      metrics.put(name, new Metric(name, type, contains, slots++));
    }
  }

  /**
   * The metric of this name, made if there is none.
   *
   * @throws IllegalArgumentException if the name is none for a metric, or the metric is there and
   *     of another type or with other values; the message is for the script's author
   */
  public synchronized Metric metric(String name, MetricType type, Contains contains) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "Invalid metric name: '"
              + name
              + "'. Metric names must only include up to 128 ASCII letters, numbers, or underscores"
              + " and start with a letter or an underscore.");
    }
    Metric known = metrics.get(name);
    if (known == null) {
      Metric made = new Metric(name, type, contains, slots++);
      metrics.put(name, made);
      return made;
    }
    if (known.type() != type) {
      throw new IllegalArgumentException(
          "metric '%s' already exists but with type %s, instead of %s"
              .formatted(name, known.type().text(), type.text()));
    }
    if (known.contains() != contains) {
      throw new IllegalArgumentException(
          "metric '%s' already exists but with a value type %s, instead of %s"
              .formatted(name, known.contains().text(), contains.text()));
    }
    return known;
  }

  /** The whole metric of this name, or null. */
  public synchronized @Nullable Metric find(String name) {
    return metrics.get(name);
  }

  /**
   * A built-in metric.
   *
   * @param name one of {@link Builtins}
   */
  public Metric builtin(String name) {
    Metric metric = find(name);
    if (metric == null) {
      throw new IllegalArgumentException("no built-in metric '" + name + "'");
    }
    return metric;
  }

  /** Whether every run has that metric, and not only this script's. */
  public boolean isBuiltin(Metric metric) {
    return metric.slot() < builtins;
  }

  /**
   * The part of a metric whose samples bear certain tags, made if there is none with these.
   *
   * @param suffix what stands between the braces, such as {@code endpoint:auth,status:200}
   * @throws IllegalArgumentException if the suffix is blank
   */
  public synchronized Metric part(Metric metric, String suffix) {
    TagSet selector = Selector.parse(metric, suffix);
    for (Metric part : metric.rawParts()) {
      if (part.selector().equals(selector)) {
        return part;
      }
    }
    return metric.addPart(suffix.strip(), selector, slots++);
  }

  /** The whole metrics, in the order in which they were made. */
  public synchronized List<Metric> metrics() {
    return List.copyOf(metrics.values());
  }
}
