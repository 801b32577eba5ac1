package io.sluice.model.run;

import java.util.Arrays;
import java.util.List;
import org.HdrHistogram.Histogram;

/**
 * The generator's own state in an interval: what it was to do, what it did, and how late it was.
 * Not thread-safe.
 *
 * <p>Counts and times add up over cells; gauges are read at the interval's end, users as the most
 * at once, and add up over cells, too.
 */
public final class Health {
  private final Histogram lag = Times.fresh();
  private final Histogram wait = Times.fresh();
  private final Histogram connect = Times.fresh();
  private final Histogram names = Times.fresh();
  private final Histogram loopDelay = Times.fresh();
  private final Histogram receive = Times.fresh();
  private final Histogram turns = Times.fresh();
  private final Histogram processDelay = Times.fresh();
  private final Histogram[] timings = {
    lag, wait, connect, names, loopDelay, receive, turns, processDelay
  };
  private final long[] counters = new long[Counter.values().length];

  /** What has a histogram, in the histograms' order. */
  enum Timing {
    LAG("lag"),
    WAIT("wait"),
    CONNECT("connect"),
    NAME_LOOKUP("name_lookup"),
    LOOP_DELAY("loop_delay"),
    RECEIVE_UNCERTAINTY("receive_uncertainty"),
    LONGEST_TURN("longest_turn"),
    PROCESS_DELAY("process_delay");

    private final String key;

    Timing(String key) {
      this.key = key;
    }

    /** Its name in files. */
    String key() {
      return key;
    }
  }

  /** What is counted. */
  public enum Counter {
    /**
     * Iterations that the plan wanted to start: of an open model all whose instant lies before the
     * interval's end, taken up or not.
     */
    PLANNED("planned"),
    /** Iterations that started. */
    OFFERED("offered"),
    /** Arrivals of an open model that found no free user. */
    DROPPED("dropped"),
    /** Iterations that came to their end. */
    ITERATIONS("iterations"),
    /** Iterations that the end of the run cut. */
    INTERRUPTED("interrupted"),
    /** Requests that were taken up. */
    RELEASED("released"),
    /** Connections that were opened. */
    CONNECTS("connects"),
    /** Requests sent again because a kept-alive connection turned out to be closed. */
    RETRIES("retries"),
    /** Look-ups of a host name that failed; the addresses known before stay in use. */
    LOOKUPS_FAILED("lookups_failed"),
    /** Redirects that led away from the plan's targets and were not followed. */
    REDIRECTS_REFUSED("redirects_refused"),
    /** Bytes of requests that a socket did not take at once: they were written later. */
    BYTES_NOT_TAKEN("bytes_not_taken"),
    /** Gauge: users that were in an iteration at once, at most. */
    USERS("users"),
    /** Gauge: users that the plan wants. */
    PLANNED_USERS("planned_users"),
    /** Gauge: requests without an end yet. */
    IN_FLIGHT("in_flight"),
    /** Gauge: open connections. */
    CONNECTIONS("connections"),
    /** Nanoseconds that loops were not waiting. */
    BUSY_NANOS("busy_ns"),
    /** Nanoseconds that loops existed. */
    LOOP_NANOS("loop_ns"),
    /** CPU nanoseconds of the process. */
    CPU_NANOS("cpu_ns"),
    /**
     * CPU nanoseconds that it could have used: cores, or less by its cgroup's quota, times time.
     */
    CPU_AVAILABLE_NANOS("cpu_available_ns"),
    /** Nanoseconds in garbage collection pauses. */
    GC_NANOS("gc_ns"),
    /** CPU nanoseconds that a hypervisor took away, all cores of the machine. */
    STEAL_NANOS("steal_ns"),
    /** Periods in which the quota of the process's cgroup ran out. */
    THROTTLED("throttled"),
    /** Nanoseconds that threads of the process's cgroup were stopped because its quota ran out. */
    THROTTLED_NANOS("throttled_ns"),
    /** Nanoseconds in which some thread of the machine waited for a CPU. */
    PRESSURE_NANOS("pressure_ns"),
    /** Nanoseconds that the wall clock moved apart from the monotonic one, either way. */
    CLOCK_JUMP_NANOS("clock_jump_ns"),
    /** Gauge: open file descriptors of the process. */
    DESCRIPTORS("descriptors"),
    /** Gauge: file descriptors that the process may have open; 0 if unknown. */
    DESCRIPTORS_MAX("descriptors_max"),
    /**
     * Gauge: connections that the local ports allow: ports of the system's range, times local
     * addresses, times addresses of targets; 0 if unknown. {@link #CONNECTIONS} of them are in use;
     * the system keeps a port of a closed connection back for a while.
     */
    PORTS_MAX("ports_max");

    private final String key;

    Counter(String key) {
      this.key = key;
    }

    /** Its name in files. */
    public String key() {
      return key;
    }
  }

  /** Adds to a counter. */
  public void add(Counter counter, long amount) {
    counters[counter.ordinal()] += amount;
  }

  /** Sets a gauge. */
  public void set(Counter gauge, long value) {
    counters[gauge.ordinal()] = value;
  }

  /** Value of a counter or gauge. */
  public long get(Counter counter) {
    return counters[counter.ordinal()];
  }

  /** released - intended, in microseconds: the generator's own lateness. */
  public Histogram lag() {
    return lag;
  }

  /** written - released, in microseconds: time without a connection to write to. */
  public Histogram connectionWait() {
    return wait;
  }

  /** Time to open a connection, TLS handshake included, in microseconds. */
  public Histogram connect() {
    return connect;
  }

  /** Time to look a host name up while the load runs, in microseconds. */
  public Histogram nameLookup() {
    return names;
  }

  /** Lateness of a ticker of 10 ms in each loop, in microseconds. */
  public Histogram loopDelay() {
    return loopDelay;
  }

  /**
   * How long an event may have lain before a loop handled it, in microseconds: from the end of the
   * poll before to the end of the poll that handed it out, without what that one waited. One value
   * for each event.
   */
  public Histogram receiveUncertainty() {
    return receive;
  }

  /** The longest turn of each loop in each interval, in microseconds: one value for both. */
  public Histogram longestTurn() {
    return turns;
  }

  /**
   * Lateness of a ticker of 20 ms in the thread that merges the intervals, in microseconds. Where
   * it is as late as the loops are, the whole process stood still.
   */
  public Histogram processDelay() {
    return processDelay;
  }

  /** Share of the CPU time that the process could have used, 0 to 1; 0 if unknown. */
  public double cpuShare() {
    return share(Counter.CPU_NANOS);
  }

  /** CPU time that a hypervisor took, as a share of what the process could have used. */
  public double stealShare() {
    return share(Counter.STEAL_NANOS);
  }

  /**
   * Time that threads were stopped for a quota, as a share of what they could have used, 0 to 1.
   */
  public double throttledShare() {
    return share(Counter.THROTTLED_NANOS);
  }

  private double share(Counter part) {
    long available = get(Counter.CPU_AVAILABLE_NANOS);
    return available == 0 ? 0 : Math.min(1, (double) get(part) / available);
  }

  /** Share of their time that loops were not waiting, 0 to 1. */
  public double busyShare() {
    long wall = get(Counter.LOOP_NANOS);
    return wall == 0 ? 0 : Math.min(1, (double) get(Counter.BUSY_NANOS) / wall);
  }

  /** Adds the state of another cell in the same interval. */
  public void add(Health other) {
    for (int i = 0; i < timings.length; i++) {
      Times.add(timings[i], other.timings[i]);
    }
    for (int i = 0; i < counters.length; i++) {
      counters[i] += other.counters[i];
    }
  }

  /** What is left of it without the given parts of it. */
  Health without(List<Health> parts) {
    Health rest = new Health();
    rest.add(this);
    for (Health part : parts) {
      for (int i = 0; i < timings.length; i++) {
        Times.subtract(rest.timings[i], part.timings[i]);
      }
      for (int i = 0; i < counters.length; i++) {
        rest.counters[i] -= part.counters[i];
      }
    }
    return rest;
  }

  Histogram timing(Timing timing) {
    return timings[timing.ordinal()];
  }

  void reset() {
    for (Histogram timing : timings) {
      Times.clear(timing);
    }
    Arrays.fill(counters, 0);
  }
}
