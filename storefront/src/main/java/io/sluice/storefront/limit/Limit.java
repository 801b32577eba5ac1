package io.sluice.storefront.limit;

import java.util.random.RandomGenerator;

/** How much a server can do. */
public sealed interface Limit {

  /** Rates above this are refused. */
  double HIGHEST_RATE = 1e9;

  /** The limit at work, of a server that starts now. */
  Limiter limiter(RandomGenerator random);

  /**
   * Reads {@code tokens:3000/s}, {@code tokens:3000/s,100}, {@code mm1:3000/s} or {@code
   * md1:3000/s}.
   *
   * @throws IllegalArgumentException if the text is none of these
   */
  static Limit parse(String text) {
    return LimitText.parse(text);
  }

  /**
   * A token bucket: full at the start, filled at a rate up to the burst; a request takes one token
   * and is let in at once, or finds none and is refused.
   *
   * @param rate tokens per second
   * @param burst the most tokens that the bucket holds, at least 1
   */
  record Tokens(double rate, int burst) implements Limit {
    private static final double USUAL_FILL_SECONDS = 0.1;

    public Tokens {
      requireRate(rate);
      if (burst < 1) {
        throw new IllegalArgumentException("burst must be > 0, was " + burst);
      }
    }

    /** With a bucket that a tenth of a second fills. */
    public static Tokens of(double rate) {
      return new Tokens(rate, (int) Math.max(1, Math.ceil(rate * USUAL_FILL_SECONDS)));
    }

    @Override
    public Limiter limiter(RandomGenerator random) {
      return new TokenBucket(rate, burst);
    }
  }

  /**
   * A single server that serves one request after the other in the order of their arrival, however
   * many wait.
   *
   * @param rate requests per second that it can serve, on average
   */
  record SingleServer(double rate, ServiceTime serviceTime) implements Limit {
    public SingleServer {
      requireRate(rate);
    }

    @Override
    public Limiter limiter(RandomGenerator random) {
      return new ServerQueue(rate, serviceTime, random);
    }
  }

  /** How the time varies that one request takes. */
  enum ServiceTime {
    /** Exponential: with Poisson arrivals an M/M/1 queue. */
    EXPONENTIAL,
    /** Always the same: with Poisson arrivals an M/D/1 queue. */
    CONSTANT
  }

  private static void requireRate(double rate) {
    if (!(rate > 0 && rate <= HIGHEST_RATE)) {
      throw new IllegalArgumentException("rate of a limit must be > 0 and <= 1e9/s, was " + rate);
    }
  }
}
