package io.sluice.gate.capacity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Finds the {@link Knee}: ln p99 of the probes in the order of their rates, made to grow by pooling
 * adjacent violators, and its slope against ln rate between neighbours. Rates nearer to each other
 * than 2 % are one.
 */
final class KneeFinder {
  private static final double STEEP = 3;
  private static final double NEAR = 1.02;

  /** Neighbouring rates that share a p99; both as sums of logarithms. */
  private record Block(double rates, double times, int count) {
    double rate() {
      return rates / count;
    }

    double time() {
      return times / count;
    }

    Block and(Block other) {
      return new Block(rates + other.rates, times + other.times, count + other.count);
    }
  }

  private KneeFinder() {}

  static Knee of(List<ProbeResult> probes) {
    List<Block> blocks =
        probes.stream()
            .filter(result -> result.figures().p99Nanos() > 0)
            .filter(result -> Double.isFinite(result.figures().p99Nanos()))
            .map(
                result ->
                    new Block(
                        Math.log(result.probe().rate()), Math.log(result.figures().p99Nanos()), 1))
            .sorted(Comparator.comparingDouble(Block::rate))
            .toList();
    List<Block> grown = growing(merged(blocks));
    double knee = Double.NaN;
    for (int i = 1; i < grown.size() && Double.isNaN(knee); i++) {
      double rates = grown.get(i).rate() - grown.get(i - 1).rate();
      if (grown.get(i).time() - grown.get(i - 1).time() > STEEP * rates) {
        knee = Math.exp((grown.get(i).rate() + grown.get(i - 1).rate()) / 2);
      }
    }
    return new Knee(knee, bestPower(merged(blocks)));
  }

  private static double bestPower(List<Block> blocks) {
    return blocks.stream()
        .max(Comparator.comparingDouble(block -> block.rate() - block.time()))
        .map(block -> Math.exp(block.rate()))
        .orElse(Double.NaN);
  }

  private static List<Block> merged(List<Block> blocks) {
    List<Block> merged = new ArrayList<>();
    for (Block block : blocks) {
      boolean near = !merged.isEmpty() && block.rate() - merged.getLast().rate() <= Math.log(NEAR);
      merged.add(near ? merged.removeLast().and(block) : block);
    }
    return merged;
  }

  private static List<Block> growing(List<Block> blocks) {
    List<Block> grown = new ArrayList<>();
    for (Block block : blocks) {
      Block last = block;
      while (!grown.isEmpty() && grown.getLast().time() >= last.time()) {
        last = grown.removeLast().and(last);
      }
      grown.add(last);
    }
    return grown;
  }
}
