package io.sluice.reports.prometheus;

import io.prometheus.client.Collector.MetricFamilySamples;
import io.sluice.model.run.Health;
import io.sluice.model.run.Health.Counter;
import io.sluice.model.run.Interval;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The load that was planned and made, and how the generator itself was. Counters and distributions
 * count from the start of the run; gauges and shares are those of the last interval. Not
 * thread-safe.
 */
final class GeneratorTotals {
  private static final double NANOS = 1e9;

  private static final List<Tally> COUNTERS =
      List.of(
          Tally.of(
              Counter.PLANNED,
              "sluice_iterations_planned",
              "Iterations that the plan wanted to start by now."),
          Tally.of(Counter.OFFERED, "sluice_iterations_started", "Iterations that started."),
          Tally.of(
              Counter.DROPPED, "sluice_iterations_dropped", "Arrivals that found no free user."),
          Tally.of(
              Counter.ITERATIONS, "sluice_iterations_completed", "Iterations that came to an end."),
          Tally.of(
              Counter.INTERRUPTED,
              "sluice_iterations_interrupted",
              "Iterations that the end of the run cut."),
          Tally.of(Counter.CONNECTS, "sluice_connections_opened", "Connections that were opened."),
          Tally.of(
              Counter.RETRIES,
              "sluice_request_retries",
              "Requests sent again because a kept-alive connection turned out to be closed."),
          Tally.of(
              Counter.LOOKUPS_FAILED,
              "sluice_generator_lookups_failed",
              "Look-ups of a host name that failed."),
          Tally.of(
              Counter.BYTES_NOT_TAKEN,
              "sluice_generator_delayed_bytes",
              "Bytes that a socket did not take at once."),
          Tally.seconds(
              Counter.BUSY_NANOS, "sluice_generator_busy_seconds", "Time that loops did not wait."),
          Tally.seconds(
              Counter.LOOP_NANOS, "sluice_generator_loop_seconds", "Time that loops existed."),
          Tally.seconds(
              Counter.CPU_NANOS, "sluice_generator_cpu_seconds", "CPU time of the generator."),
          Tally.seconds(
              Counter.CPU_AVAILABLE_NANOS,
              "sluice_generator_cpu_available_seconds",
              "CPU time that the generator could have used."),
          Tally.seconds(
              Counter.GC_NANOS,
              "sluice_generator_gc_pause_seconds",
              "Time in garbage collection pauses."),
          Tally.seconds(
              Counter.STEAL_NANOS,
              "sluice_generator_steal_seconds",
              "CPU time that a hypervisor took away."),
          Tally.seconds(
              Counter.THROTTLED_NANOS,
              "sluice_generator_throttled_seconds",
              "Time that threads were stopped because a CPU quota ran out."),
          Tally.of(
              Counter.THROTTLED,
              "sluice_generator_throttled_periods",
              "Periods in which a CPU quota ran out."),
          Tally.seconds(
              Counter.PRESSURE_NANOS,
              "sluice_generator_cpu_pressure_seconds",
              "Time in which some thread of the machine waited for a CPU."),
          Tally.seconds(
              Counter.CLOCK_JUMP_NANOS,
              "sluice_generator_clock_jump_seconds",
              "Time that the wall clock moved apart from the monotonic one."));

  private static final List<Tally> GAUGES =
      List.of(
          Tally.of(Counter.USERS, "sluice_users", "Users in an iteration."),
          Tally.of(Counter.PLANNED_USERS, "sluice_users_planned", "Users that the plan wants."),
          Tally.of(
              Counter.IN_FLIGHT, "sluice_requests_in_flight", "Requests without an answer yet."),
          Tally.of(Counter.CONNECTIONS, "sluice_connections", "Open connections."),
          Tally.of(Counter.DESCRIPTORS, "sluice_generator_open_fds", "Open file descriptors."),
          Tally.of(
              Counter.DESCRIPTORS_MAX,
              "sluice_generator_max_fds",
              "File descriptors that may be open; 0 if unknown."),
          Tally.of(
              Counter.PORTS_MAX,
              "sluice_generator_max_connections",
              "Connections that the local ports allow; 0 if unknown."));

  private static final Set<Counter> UNDER_WAY =
      EnumSet.of(Counter.USERS, Counter.PLANNED_USERS, Counter.IN_FLIGHT, Counter.CONNECTIONS);

  private final TimeBuckets lag = new TimeBuckets(Bounds.ofDelays());
  private final TimeBuckets wait = new TimeBuckets(Bounds.ofDelays());
  private final TimeBuckets connect = new TimeBuckets(Bounds.ofDelays());
  private final TimeBuckets loopDelay = new TimeBuckets(Bounds.ofDelays());
  private final double[] sums = new double[COUNTERS.size()];
  private final double[] values = new double[GAUGES.size()];
  private final List<Double> busyLoops = new ArrayList<>();
  private double cpuShare;

  /**
   * A counter or gauge.
   *
   * @param unit what it is divided by
   */
  private record Tally(Counter counter, String name, String help, double unit) {
    static Tally of(Counter counter, String name, String help) {
      return new Tally(counter, name, help, 1);
    }

    static Tally seconds(Counter counter, String name, String help) {
      return new Tally(counter, name, help, NANOS);
    }
  }

  /** Adds what an interval saw. */
  void add(Interval interval) {
    Health health = interval.health();
    for (int i = 0; i < sums.length; i++) {
      sums[i] += (double) Math.max(0, health.get(COUNTERS.get(i).counter()));
    }
    for (int i = 0; i < values.length; i++) {
      values[i] = (double) health.get(GAUGES.get(i).counter());
    }
    lag.add(health.lag());
    wait.add(health.connectionWait());
    connect.add(health.connect());
    loopDelay.add(health.loopDelay());
    cpuShare = health.cpuShare();
    busyLoops.clear();
    interval.loops().forEach(loop -> busyLoops.add(loop.busyShare()));
  }

  /** The run is over: nobody is under way any more. */
  void end() {
    for (int i = 0; i < values.length; i++) {
      values[i] = UNDER_WAY.contains(GAUGES.get(i).counter()) ? 0 : values[i];
    }
    cpuShare = 0;
    busyLoops.replaceAll(_ -> 0.0);
  }

  /** The metrics. */
  Stream<MetricFamilySamples> families() {
    List<Family> all = new ArrayList<>();
    for (int i = 0; i < sums.length; i++) {
      Tally tally = COUNTERS.get(i);
      all.add(Family.counter(tally.name(), tally.help()).add(Labels.NONE, sums[i] / tally.unit()));
    }
    for (int i = 0; i < values.length; i++) {
      Tally tally = GAUGES.get(i);
      all.add(Family.gauge(tally.name(), tally.help()).add(Labels.NONE, values[i]));
    }
    Family busy =
        Family.gauge("sluice_generator_busy_ratio", "Share of its time that a loop did not wait.");
    for (int i = 0; i < busyLoops.size(); i++) {
      busy.add(Labels.of("loop", Integer.toString(i)), busyLoops.get(i));
    }
    all.add(busy);
    all.add(
        Family.gauge("sluice_generator_cpu_ratio", "Share of the available CPU time that was used.")
            .add(Labels.NONE, cpuShare));
    all.add(
        Family.histogram(
                "sluice_generator_lag_seconds",
                "How late requests were taken up: the generator's own delay.")
            .add(Labels.NONE, lag));
    all.add(
        Family.histogram(
                "sluice_generator_loop_delay_seconds",
                "Lateness of a ticker of 10 ms in each loop.")
            .add(Labels.NONE, loopDelay));
    all.add(
        Family.histogram("sluice_connection_wait_seconds", "Time without a connection to write to.")
            .add(Labels.NONE, wait));
    all.add(
        Family.histogram(
                "sluice_connect_seconds", "Time to open a connection, TLS handshake included.")
            .add(Labels.NONE, connect));
    return all.stream().map(Family::samples);
  }
}
