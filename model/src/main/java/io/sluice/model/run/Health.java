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
  private final Histogram[] timings = {lag, wait, connect, names, loopDelay};
  private final long[] counters = new long[Counter.values().length];

  /** What has a histogram, in the histograms' order. */
  enum Timing {
    LAG("lag"),
    WAIT("wait"),
    CONNECT("connect"),
    NAME_LOOKUP("name_lookup"),
    LOOP_DELAY("loop_delay");

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
    /** Iterations that the plan wanted to start. */
    PLANNED("planned"),
    /** Iterations that started. */
    OFFERED("offered"),
    /** Arrivals of an open model that found no free user. */
    DROPPED("dropped"),
    /** Iterations that came to their end. */
    ITERATIONS("iterations"),
    /** Iterations that the end of the run cut. */
    INTERRUPTED("interrupted"),
    /** Requests whose intended start has come. */
    INTENDED("intended"),
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
    /** Nanoseconds in garbage collection pauses. */
    GC_NANOS("gc_ns"),
    /** CPU nanoseconds that a hypervisor took away, all cores of the machine. */
    STEAL_NANOS("steal_ns");

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
