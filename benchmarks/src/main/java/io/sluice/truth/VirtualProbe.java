package io.sluice.truth;

import io.sluice.gate.Status;
import io.sluice.gate.capacity.BadShare;
import io.sluice.gate.capacity.Blame;
import io.sluice.gate.capacity.Probe;
import io.sluice.gate.capacity.ProbeFigures;
import io.sluice.gate.capacity.ProbeResult;
import io.sluice.gate.stats.EffectiveSamples;
import io.sluice.gate.stats.ShareTest;
import io.sluice.gate.stats.SliceCounts;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.HdrHistogram.Histogram;

/**
 * A probe in virtual time: Poisson arrivals at a {@link VirtualTarget} that starts idle, judged by
 * one objective as the gate does, on effective samples. Slices are those of the intended start, of
 * a sixtieth of the probe's first length and at most a second.
 */
final class VirtualProbe {
  private static final double TAIL = 0.025;
  private static final double[] LEVELS = {0.90, 0.95};

  private final Probe probe;
  private final Goal goal;
  private final VirtualTarget target;
  private final SplittableRandom arrivals;
  private final double sliceSeconds;
  private double at;
  private double[] times = new double[1 << 12];
  private int[] slices = new int[1 << 12];
  private int count;

  /**
   * What must hold: at most so many requests are refused or slower.
   *
   * @param limit in seconds; infinite for an objective on errors only
   * @param allowed share of the bad
   */
  record Goal(String text, double limit, double allowed) {}

  private VirtualProbe(Probe probe, Goal goal, VirtualTarget target, long seed) {
    this.probe = probe;
    this.goal = goal;
    this.target = target;
    arrivals = new SplittableRandom(seed);
    sliceSeconds = Math.clamp(seconds(probe.checkpoints().getFirst()) / 60, 0.1, 1);
  }

  /** Runs it up to the checkpoint that settles it. */
  static ProbeResult run(Probe probe, Goal goal, VirtualTarget target, long seed) {
    VirtualProbe virtual = new VirtualProbe(probe, goal, target, seed);
    ProbeResult result = virtual.upTo(probe.checkpoints().getFirst());
    for (Duration checkpoint : probe.checkpoints()) {
      result = virtual.upTo(checkpoint);
      if (result.settled()) {
        break;
      }
    }
    return result;
  }

  private static double seconds(Duration duration) {
    return duration.toNanos() / 1e9;
  }

  private ProbeResult upTo(Duration measured) {
    double settle = seconds(probe.settle());
    double length = seconds(measured);
    while (at < settle + length) {
      double time = target.answer(at);
      if (at >= settle) {
        add(time, (int) ((at - settle) / sliceSeconds));
      }
      at -= Math.log(1 - arrivals.nextDouble()) / probe.rate();
    }
    return judged(length);
  }

  private void add(double time, int slice) {
    if (count == times.length) {
      times = Arrays.copyOf(times, 2 * count);
      slices = Arrays.copyOf(slices, 2 * count);
    }
    times[count] = time;
    slices[count] = slice;
    count++;
  }

  private ProbeResult judged(double length) {
    int m = (int) Math.round(length / sliceSeconds);
    Histogram micros = new Histogram(3_600_000_000L, 3);
    double sum = 0;
    for (int i = 0; i < count; i++) {
      if (times[i] >= 0) {
        micros.recordValue((long) (times[i] * 1e6));
        sum += times[i];
      }
    }
    long answered = micros.getTotalCount();
    SliceCounts bad = above(m, goal.limit());
    EffectiveSamples worth = worth(micros, bad, m);
    BadShare share = new BadShare(goal.text(), bad.bad(), bad.all(), worth.size(), goal.allowed());
    ShareTest test = worth.test(bad, goal.allowed(), TAIL);
    Status status =
        test.provenGood() ? Status.PASS : test.provenBad() ? Status.FAIL : Status.INCONCLUSIVE;
    double mean = answered == 0 ? 0 : sum / answered;
    double rate = answered / length;
    double inFlight = sum / length; // exact in virtual time, where the end cuts nothing
    return new ProbeResult(
        probe,
        status,
        Blame.NOBODY,
        List.of(share),
        new ProbeFigures(
            length,
            count / length,
            rate,
            Math.sqrt((double) answered) / length,
            inFlight,
            0,
            mean,
            micros.getValueAtPercentile(50) * 1000.0,
            micros.getValueAtPercentile(99) * 1000.0),
        "");
  }

  /** What the gate does: a share by itself, a quantile by how times beyond others go together. */
  private EffectiveSamples worth(Histogram micros, SliceCounts bad, int m) {
    if (Double.isInfinite(goal.limit())) {
      return EffectiveSamples.of(bad, TAIL);
    }
    List<SliceCounts> levels = Arrays.stream(LEVELS).mapToObj(q -> above(micros, q, m)).toList();
    return EffectiveSamples.ofQuantile(bad, above(micros, 1 - goal.allowed(), m), levels, TAIL);
  }

  private SliceCounts above(Histogram micros, double q, int m) {
    return above(m, (micros.getValueAtPercentile(100 * q) + 1) / 1e6); // counts are floors
  }

  private SliceCounts above(int m, double limit) {
    long[] bad = new long[m];
    long[] all = new long[m];
    for (int i = 0; i < count; i++) {
      int slice = Math.min(m - 1, slices[i]);
      all[slice]++;
      bad[slice] += times[i] < 0 || times[i] > limit ? 1 : 0;
    }
    SliceCounts counts = new SliceCounts();
    for (int s = 0; s < m; s++) {
      counts.add(bad[s], all[s]);
    }
    return counts;
  }
}
