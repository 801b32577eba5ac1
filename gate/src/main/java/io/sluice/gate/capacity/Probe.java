package io.sluice.gate.capacity;

import java.time.Duration;
import java.util.List;

/**
 * A run at one rate.
 *
 * @param number 1 for the first of a search
 * @param rate arrivals per second
 * @param purpose what it is for
 * @param settle load before it is measured: what a change of rate stirs up does not count
 * @param checkpoints measured lengths, growing: it ends at the first of them at which its result
 *     {@link ProbeResult#settled() settles} it, at the latest at the last
 */
public record Probe(
    int number, double rate, Purpose purpose, Duration settle, List<Duration> checkpoints) {
  public Probe {
    checkpoints = List.copyOf(checkpoints);
    if (checkpoints.isEmpty()) {
      throw new IllegalArgumentException("a probe must have a checkpoint");
    }
  }

  /** The longest it may be measured. */
  public Duration longest() {
    return checkpoints.getLast();
  }
}
