package io.sluice.gate.capacity;

import io.sluice.model.plan.Units;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * How a capacity is searched for.
 *
 * @param start the first rate, per second; the target must be at ease with it
 * @param most the highest rate that may be tried, per second
 * @param tolerance how near the highest rate that passes and the lowest that does not must come,
 *     such as 0.05
 * @param probe how long a probe is measured before it is looked at
 * @param longest how long an undecided one may be measured
 * @param settle load before each measurement, which does not count
 * @param confirmations how many fresh probes must pass at the rate that is reported
 */
public record SearchSettings(
    double start,
    double most,
    double tolerance,
    Duration probe,
    Duration longest,
    Duration settle,
    int confirmations) {
  /** 50/s to 5,000/s, to 5 %, probes of 30 s to 4 min after 5 s, two confirmations. */
  public static final SearchSettings DEFAULT =
      new SearchSettings(
          50, 5000, 0.05, Duration.ofSeconds(30), Duration.ofMinutes(4), Duration.ofSeconds(5), 2);

  private static final Duration RECOVERY = Duration.ofSeconds(10);

  public SearchSettings {
    require(start > 0 && Double.isFinite(start), "the start rate must be > 0, was " + start + "/s");
    require(
        most >= start && Double.isFinite(most),
        "the highest rate must be at least the start rate of %s/s, was %s/s"
            .formatted(Units.number(start), Units.number(most)));
    require(
        tolerance >= 0.01 && tolerance <= 0.5,
        "the tolerance must be 1% to 50%, was " + Units.percent(tolerance));
    require(probe.isPositive(), "a probe must last > 0, was " + Units.format(probe));
    require(
        longest.compareTo(probe) >= 0,
        "the longest probe must last at least the %s of a probe, was %s"
            .formatted(Units.format(probe), Units.format(longest)));
    require(!settle.isNegative(), "the settling time must be >= 0, was " + Units.format(settle));
    require(confirmations > 0, "at least one confirmation is needed, was " + confirmations);
  }

  private static void require(boolean holds, String sentence) {
    if (!holds) {
      throw new IllegalArgumentException(sentence);
    }
  }

  /** The same between other rates, per second. */
  public SearchSettings withRates(double newStart, double newMost) {
    return new SearchSettings(newStart, newMost, tolerance, probe, longest, settle, confirmations);
  }

  /** The same to another tolerance. */
  public SearchSettings withTolerance(double other) {
    return new SearchSettings(start, most, other, probe, longest, settle, confirmations);
  }

  /** The same with other lengths. */
  public SearchSettings withTimes(Duration newProbe, Duration newLongest, Duration newSettle) {
    return new SearchSettings(
        start, most, tolerance, newProbe, newLongest, newSettle, confirmations);
  }

  /** The first probe of every search. */
  public Probe first() {
    return probe(1, start, Purpose.REFERENCE);
  }

  /** A probe; one that looks after an overloaded target has one short length. */
  Probe probe(int number, double rate, Purpose purpose) {
    List<Duration> lengths =
        purpose == Purpose.RECOVERY
            ? List.of(probe.compareTo(RECOVERY) < 0 ? probe : RECOVERY)
            : checkpoints();
    return new Probe(number, rate, purpose, settle, lengths);
  }

  /** When to look at a probe that is to decide: at its first length and each time it doubles. */
  private List<Duration> checkpoints() {
    List<Duration> lengths = new ArrayList<>();
    for (Duration at = probe; at.compareTo(longest) < 0; at = at.multipliedBy(2)) {
      lengths.add(at);
    }
    lengths.add(longest);
    return lengths;
  }
}
