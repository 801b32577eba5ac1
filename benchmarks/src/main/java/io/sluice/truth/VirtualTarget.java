package io.sluice.truth;

import java.util.SplittableRandom;

/** A deployment of which the capacity is known, in virtual time. */
@FunctionalInterface
interface VirtualTarget {
  /** Stands for a request that was refused. */
  double REFUSED = -1;

  /**
   * Answers a request.
   *
   * @param arrival in seconds; never before that of the request before it
   * @return its response time in seconds, or {@link #REFUSED}
   */
  double answer(double arrival);

  /**
   * One server, first come, first served: Lindley's recursion W' = max(0, W + S - (a' - a)) on the
   * work that is left.
   *
   * @param service how long each request takes, in seconds
   */
  static VirtualTarget server(Service service) {
    return new VirtualTarget() {
      private double free;

      @Override
      public double answer(double arrival) {
        free = Math.max(free, arrival) + service.next();
        return free - arrival;
      }
    };
  }

  /** How long requests take. */
  @FunctionalInterface
  interface Service {
    /** Of the next request, in seconds. */
    double next();

    /** Exponential, {@code rate} per second on average. */
    static Service exponential(double rate, long seed) {
      SplittableRandom random = new SplittableRandom(seed);
      return () -> -Math.log(1 - random.nextDouble()) / rate;
    }

    /** Always 1 / {@code rate}. */
    static Service fixed(double rate) {
      return () -> 1 / rate;
    }
  }

  /**
   * A token bucket: a token comes every 1 / {@code rate} seconds until there are {@code burst};
   * each request takes one, or is refused. Answers take a millisecond.
   */
  static VirtualTarget tokens(double rate, double burst) {
    return new VirtualTarget() {
      private double tokens = burst;
      private double at;

      @Override
      public double answer(double arrival) {
        tokens = Math.min(burst, tokens + (arrival - at) * rate);
        at = arrival;
        if (tokens < 1) {
          return REFUSED;
        }
        tokens -= 1;
        return 0.001;
      }
    };
  }
}
