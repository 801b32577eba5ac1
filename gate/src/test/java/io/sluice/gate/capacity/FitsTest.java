package io.sluice.gate.capacity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sluice.gate.Status;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Interpolation, knee and scalability law on figures of known laws. */
final class FitsTest {
  private static final UslCurve CURVE = new UslCurve(100, 0.02, 0.0005);

  private static ProbeResult probe(double rate, double share, double p99Nanos) {
    long all = 30_000;
    return new ProbeResult(
        new Probe(1, rate, Purpose.RAMP, Duration.ZERO, List.of(Duration.ofSeconds(30))),
        share < 0.01 ? Status.PASS : Status.FAIL,
        Blame.NOBODY,
        List.of(
            new BadShare("error_rate < 50%", 0, all, all, 0.5),
            new BadShare("p99 < 50ms", Math.round(share * all), all, 3000, 0.01)),
        new ProbeFigures(30, rate, rate, 1, 1, 0, 1 / rate, p99Nanos / 5, p99Nanos),
        "");
  }

  private static ProbeResult mm1(double rate) {
    double p99 = Math.log(100) / (1000 - rate) * 1e9;
    return probe(rate, Math.exp(-(1000 - rate) * 0.05), p99);
  }

  @Test
  void interpolatesTheObjectiveNearestItsLimit() {
    List<ProbeResult> probes = List.of(mm1(850), mm1(880), mm1(900), mm1(930), mm1(960));

    Estimate estimate = Interpolation.of(probes, 880, 960);

    Estimate.Interpolated line = assertInstanceOf(Estimate.Interpolated.class, estimate);
    assertEquals(907.9, line.rate(), 0.5);
    assertEquals("p99 < 50ms", line.objective());
    assertEquals(5, line.points());
    assertTrue(line.low() < 907.9 && line.high() > 907.9);
  }

  @Test
  void aLineOutsideTheProvenRatesIsNotTaken() {
    List<ProbeResult> cliff = List.of(probe(3100, 0.032, 1e6), probe(4500, 0.33, 1e6));

    assertEquals(new Estimate.Bracketed(3048, 2990, 3048 * 3048 / 2990.0), round(cliff));
  }

  private static Estimate round(List<ProbeResult> probes) {
    double high = 3048 * 3048 / 2990.0;
    Estimate.Bracketed bracket =
        assertInstanceOf(Estimate.Bracketed.class, Interpolation.of(probes, 2990, high));
    return new Estimate.Bracketed(Math.rint(bracket.rate()), bracket.low(), bracket.high());
  }

  @Test
  void nothingIsEstimatedFromOneSide() {
    assertInstanceOf(Estimate.Unknown.class, Interpolation.of(List.of(mm1(500)), 500, Double.NaN));
    assertInstanceOf(Estimate.Unknown.class, Interpolation.of(List.of(), Double.NaN, 10));
  }

  /** The delta method's interval against 2,000 noisy lines; nominal 95 %. */
  @Test
  void theIntervalCoversTheTruth() {
    Random random = new Random(11);
    int covered = 0;
    int runs = 2000;
    for (int run = 0; run < runs; run++) {
      WeightedLine line = new WeightedLine();
      for (double x = 850; x <= 960; x += 10) {
        double y = -(1000 - x) * 0.05;
        double precision = 300 * Math.exp(y);
        double distance = (y - Math.log(0.01)) / 1.5;
        line.add(
            x,
            y + random.nextGaussian() / Math.sqrt(precision),
            precision,
            precision * Math.exp(-distance * distance));
      }
      double truth = 1000 - Math.log(100) / 0.05;
      double rate = line.solve(Math.log(0.01));
      covered += Math.abs(rate - truth) <= 1.96 * line.errorOf(rate) ? 1 : 0;
    }
    assertEquals(0.955, (double) covered / runs, 0.03);
  }

  /** M/M/1: the elasticity ρ / (1 - ρ) is 3 at 75 % of the limit; the power is largest at 50 %. */
  @Test
  void findsTheKnee() {
    List<ProbeResult> probes = new ArrayList<>();
    for (double rate = 100; rate < 1000; rate += 50) {
      probes.add(mm1(rate));
    }

    Knee knee = KneeFinder.of(probes);

    assertEquals(750, knee.rate(), 50);
    assertEquals(500, knee.bestPower(), 50);
  }

  @Test
  void thereIsNoKneeWhereNothingGrows() {
    List<ProbeResult> flat = List.of(probe(100, 0, 5e6), probe(200, 0, 4e6), probe(400, 0, 5e6));

    assertTrue(Double.isNaN(KneeFinder.of(flat).rate()));
    assertTrue(Double.isNaN(KneeFinder.of(List.of()).bestPower()));
  }

  private static List<UslPoint> points(double most, int count, double noise, long seed) {
    Random random = new Random(seed);
    List<UslPoint> points = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      double n = 1 + i * (most - 1) / (count - 1);
      double x = CURVE.throughput(n);
      points.add(new UslPoint(n, x * (1 + noise * random.nextGaussian()), x * noise));
    }
    return points;
  }

  /** 400 fits of 9 points up to 1.8 N* with 2 % noise; nominal 95 %. */
  @Test
  void thePeakOfTheScalabilityLawIsCovered() {
    int covered = 0;
    int told = 0;
    for (int seed = 0; seed < 400; seed++) {
      Usl usl = UslFit.fit(points(1.8 * CURVE.peak(), 9, 0.02, seed));
      Usl.Fitted fitted = assertInstanceOf(Usl.Fitted.class, usl);
      if (fitted.peak() instanceof Usl.PeakAt peak) {
        told++;
        Usl.Range n = peak.concurrency();
        covered += n.low() <= CURVE.peak() && CURVE.peak() <= n.high() ? 1 : 0;
      }
    }
    assertTrue(told > 380, told + " peaks");
    assertEquals(0.95, (double) covered / told, 0.03);
  }

  @ParameterizedTest
  @CsvSource({"0.5, 12", "0.9, 12", "1.8, 7"})
  void aPeakThatWasNotSeenIsNotTold(double reach, int count) {
    Usl usl = UslFit.fit(points(reach * CURVE.peak(), count, 0.001, 3));

    assertInstanceOf(Usl.PeakUnknown.class, assertInstanceOf(Usl.Fitted.class, usl).peak());
  }

  @Test
  void fewPointsAreNoLaw() {
    assertInstanceOf(Usl.Refused.class, UslFit.fit(points(50, 4, 0.01, 1)));
  }

  @ParameterizedTest
  @CsvSource({"4, 0.0, true", "4.19, 0.0, true", "4.3, 0.0, false", "4.3, 0.2, true"})
  void littlesLawTellsASteadyState(double inFlight, double error, boolean steady) {
    ProbeFigures figures = new ProbeFigures(30, 100, 200, 1, inFlight, error, 0.02, 1, 1);

    assertEquals(steady, figures.steady());
  }
}
