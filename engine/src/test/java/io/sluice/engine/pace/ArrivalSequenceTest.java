package io.sluice.engine.pace;

import static io.sluice.engine.fake.Near.assertNear;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sluice.model.plan.ArrivalModel;
import io.sluice.model.plan.ArrivalModel.RateStage;
import io.sluice.model.plan.ArrivalModel.Spacing;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArrivalSequenceTest {
  private static final long SEED = 7;

  private static ArrivalModel constant(double rate, long seconds, Spacing spacing) {
    return new ArrivalModel.ConstantRate(rate, Duration.ofSeconds(seconds), spacing, 10);
  }

  private static ArrivalModel ramp(Spacing spacing) {
    return new ArrivalModel.RampingRate(
        0,
        List.of(
            new RateStage(Duration.ofSeconds(20), 100),
            new RateStage(Duration.ofSeconds(10), 100),
            new RateStage(Duration.ZERO, 20),
            new RateStage(Duration.ofSeconds(10), 0),
            new RateStage(Duration.ofSeconds(5), 0),
            new RateStage(Duration.ofSeconds(5), 60)),
        spacing,
        10);
  }

  private static List<Long> all(ArrivalModel model, long seed, Shard shard) {
    ArrivalSequence sequence = ArrivalSequence.of(model, seed, shard);
    List<Long> all = new ArrayList<>();
    for (long at = sequence.nextNanos(); at != ArrivalSequence.END; at = sequence.nextNanos()) {
      all.add(at);
    }
    assertEquals(ArrivalSequence.END, sequence.nextNanos(), "the end is the end");
    return all;
  }

  @ParameterizedTest
  @EnumSource(Spacing.class)
  void theSharesOfAllCellsAreTheWholeSequence(Spacing spacing) {
    for (ArrivalModel model : List.of(constant(37.5, 60, spacing), ramp(spacing))) {
      List<Long> whole = all(model, SEED, Shard.WHOLE);
      for (int cells = 1; cells <= 7; cells++) {
        List<Long> union = new ArrayList<>();
        for (int i = 0; i < cells; i++) {
          union.addAll(all(model, SEED, new Shard(i, cells)));
        }
        assertEquals(whole, union.stream().sorted().toList(), cells + " cells");
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Spacing.class)
  void arrivalsAscendAndLieInThePhase(Spacing spacing) {
    for (ArrivalModel model : List.of(constant(1000, 30, spacing), ramp(spacing))) {
      long before = 0;
      for (long at : all(model, SEED, Shard.WHOLE)) {
        assertTrue(at >= before, () -> at + " after a later one");
        assertTrue(at < model.duration().toNanos(), () -> at + " is past the end");
        before = at;
      }
    }
  }

  @Test
  void uniformArrivalsAreEvenlySpaced() {
    List<Long> all = all(constant(200, 60, Spacing.UNIFORM), SEED, Shard.WHOLE);
    assertEquals(12_000, all.size());
    for (int k = 0; k < all.size(); k++) {
      assertNear(2_500_000L + k * 5_000_000L, all.get(k), 1);
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.1, 1000 / 60.0, 3, 99.9, 12_345})
  void thereAreAsManyUniformArrivalsAsTheIntegralSays(double rate) {
    int count = all(constant(rate, 60, Spacing.UNIFORM), SEED, Shard.WHOLE).size();
    assertEquals(rate * 60, count, 0.5 + 1e-6);
  }

  @Test
  void uniformArrivalsFollowTheRamp() {
    List<Long> all = all(ramp(Spacing.UNIFORM), SEED, Shard.WHOLE);
    // 0..20 s: 1000; ..30 s: 1000; ..40 s: 100; ..45 s: none; ..50 s: 150
    assertEquals(2250, all.size());
    assertEquals(1000, all.stream().filter(at -> at < 20_000_000_000L).count());
    assertEquals(250, all.stream().filter(at -> at < 10_000_000_000L).count());
    assertEquals(
        0, all.stream().filter(at -> at > 40_000_000_000L && at < 45_000_000_000L).count());
    assertEquals(150, all.stream().filter(at -> at > 45_000_000_000L).count());
  }

  @Test
  void theIntegralAtEveryArrivalIsItsNumberAndAHalf() {
    RateCurve curve = RateCurve.of(ramp(Spacing.UNIFORM));
    List<Long> all = all(ramp(Spacing.UNIFORM), SEED, Shard.WHOLE);
    for (int k = 0; k < all.size(); k += 7) {
      assertEquals(k + 0.5, integral(all.get(k) / 1e9), 1e-3, "arrival " + k);
    }
    assertEquals(2250, curve.total(), 1e-9);
  }

  /** The area below the ramp, by the trapezoid rule on every stage's piece. */
  private static double integral(double t) {
    double[][] stages = {
      {0, 20, 0, 100}, {20, 30, 100, 100}, {30, 40, 20, 0}, {40, 45, 0, 0}, {45, 50, 0, 60}
    };
    double sum = 0;
    for (double[] s : stages) {
      double to = Math.min(t, s[1]);
      int steps = 1000;
      for (int i = 0; to > s[0] && i < steps; i++) {
        double a = s[0] + (to - s[0]) * i / steps;
        double b = s[0] + (to - s[0]) * (i + 1) / steps;
        sum += (b - a) * (rate(s, a) + rate(s, b)) / 2;
      }
    }
    return sum;
  }

  private static double rate(double[] stage, double t) {
    return stage[2] + (stage[3] - stage[2]) * (t - stage[0]) / (stage[1] - stage[0]);
  }

  @Test
  void theInverseOfRandomCurvesIsTheIntegralsInverse() {
    Random random = new Random(SEED);
    for (int curve = 0; curve < 200; curve++) {
      double start = random.nextInt(3) == 0 ? 0 : random.nextDouble() * 100;
      List<RateStage> stages = new ArrayList<>();
      for (int i = 0; i <= random.nextInt(5); i++) {
        double target = random.nextInt(4) == 0 ? 0 : random.nextDouble() * 100;
        stages.add(new RateStage(Duration.ofMillis(random.nextInt(3) * 5_000L), target));
      }
      stages.add(new RateStage(Duration.ofSeconds(10), 1 + random.nextDouble() * 100));
      RateCurve inverse =
          RateCurve.of(new ArrivalModel.RampingRate(start, stages, Spacing.UNIFORM, 1));
      for (int i = 0; i < 20; i++) {
        double y = random.nextDouble() * inverse.total();
        double t = inverse.nanosOf(y) / 1e9;
        assertEquals(y, integral(start, stages, t), 1e-5 * (1 + y), stages + " at " + y);
      }
      assertEquals(ArrivalSequence.END, inverse.nanosOf(inverse.total()));
    }
  }

  private static double integral(double start, List<RateStage> stages, double t) {
    double at = 0;
    double level = start;
    double sum = 0;
    for (RateStage stage : stages) {
      double length = stage.duration().toNanos() / 1e9;
      double part = Math.max(0, Math.min(length, t - at));
      if (part > 0) {
        double reached = level + (stage.target() - level) * part / length;
        sum += (level + reached) / 2 * part;
      }
      at += length;
      level = stage.target();
    }
    return sum;
  }

  /** Variance over mean of counts per second is 1 for a Poisson process. */
  @Test
  void poissonArrivalsAreDispersedLikePoisson() {
    int seconds = 2000;
    int[] counts = new int[seconds];
    List<Long> all = all(constant(50, seconds, Spacing.POISSON), SEED, Shard.WHOLE);
    all.forEach(at -> counts[(int) (at / 1_000_000_000)]++);
    double mean = (double) all.size() / seconds;
    double squares = 0;
    for (int count : counts) {
      squares += (count - mean) * (count - mean);
    }
    double dispersion = squares / (seconds - 1) / mean;
    // Standard error of the index is sqrt(2 / (n - 1)) = 0.032; four of them.
    assertEquals(1, dispersion, 0.13);
    assertEquals(50, mean, 4 * Math.sqrt(50.0 / seconds));
  }

  /** Kolmogorov and Smirnov: gaps are exponential. */
  @Test
  void gapsBetweenPoissonArrivalsAreExponential() {
    List<Long> all = all(constant(100, 100, Spacing.POISSON), SEED, Shard.WHOLE);
    double[] gaps = new double[all.size()];
    long before = 0;
    for (int i = 0; i < gaps.length; i++) {
      gaps[i] = (all.get(i) - before) / 1e9;
      before = all.get(i);
    }
    java.util.Arrays.sort(gaps);
    double distance = 0;
    for (int i = 0; i < gaps.length; i++) {
      double expected = 1 - Math.exp(-100 * gaps[i]);
      distance = Math.max(distance, Math.abs(expected - (i + 0.5) / gaps.length));
    }
    assertTrue(distance < 1.63 / Math.sqrt(gaps.length), "D = " + distance + ", 1 % level");
  }

  @Test
  void poissonArrivalsComeFromTheSeed() {
    ArrivalModel model = constant(10, 60, Spacing.POISSON);
    assertEquals(all(model, 1, Shard.WHOLE), all(model, 1, Shard.WHOLE));
    assertTrue(!all(model, 1, Shard.WHOLE).equals(all(model, 2, Shard.WHOLE)));
  }

  @Test
  void aClosedModelHasNoArrivals() {
    ArrivalModel closed = new ArrivalModel.ConstantUsers(1, Duration.ofSeconds(1));
    var e =
        assertThrows(
            IllegalArgumentException.class, () -> ArrivalSequence.of(closed, 1, Shard.WHOLE));
    assertEquals("a closed model has no arrival rate", e.getMessage());
  }

  @Test
  void evenSpacingBeginsWhereItIsTold() {
    ArrivalModel constant =
        new ArrivalModel.ConstantRate(10, Duration.ofMillis(500), Spacing.FROM_START, 5);
    ArrivalModel ramp =
        new ArrivalModel.RampingRate(
            0, List.of(new ArrivalModel.RateStage(Duration.ofSeconds(4), 4)), Spacing.WHEN_DUE, 5);

    assertEquals(
        List.of(0L, 100_000_000L, 200_000_000L, 300_000_000L, 400_000_000L),
        all(constant, SEED, Shard.WHOLE));
    // the area under the rate, t² / 2, is 1, 2, 3, ...
    assertEquals(
        LongStream.rangeClosed(1, 7)
            .map(i -> Math.round(Math.sqrt(2.0 * i) * 1e9))
            .boxed()
            .toList(),
        all(ramp, SEED, Shard.WHOLE));
  }
}
