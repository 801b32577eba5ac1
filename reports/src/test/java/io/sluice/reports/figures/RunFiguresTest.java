package io.sluice.reports.figures;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sluice.model.run.Outcome;
import io.sluice.reports.SampleRun;
import java.util.List;
import org.junit.jupiter.api.Test;

class RunFiguresTest {
  private final RunFigures figures = RunFigures.of(SampleRun.golden());

  private RequestFigures name(String name) {
    return requireNonNull(figures.measured().byName().get(name));
  }

  private RequestFigures group(String path) {
    return requireNonNull(figures.measured().byGroup().get(path));
  }

  @Test
  void measuredFiguresHoldMeasuredWindowsOnly() {
    RequestFigures total = figures.measured().total();
    assertEquals(18 * 40 + 1, total.started());
    assertEquals(18 * 40 + 1, total.finished());
    assertEquals(0, total.aborted());
    assertEquals(18.0, figures.facts().measuredSeconds());
    assertEquals((18 * 40 + 1) / 18.0, total.ratePerSecond());
  }

  @Test
  void theWholeRunHoldsWarmUpAndDrain() {
    RequestFigures total = figures.wholeRun().total();
    long warmUp = 40 / 3 + 40 * 2 / 3;
    assertEquals(warmUp + 18 * 40 + 2, total.started());
    assertEquals(1, total.aborted());
    assertEquals(1, total.redirects());
    assertEquals(
        total.started(), total.outcomes().values().stream().mapToLong(Long::longValue).sum());
    assertEquals(total.finished(), total.statuses().values().stream().mapToLong(v -> v).sum());
  }

  @Test
  void namesAddUpToTheTotalInThePlansOrder() {
    assertEquals(SampleRun.NAMES, List.copyOf(figures.measured().byName().keySet()));
    assertEquals(
        figures.measured().total().finished(),
        figures.measured().byName().values().stream().mapToLong(RequestFigures::finished).sum());
  }

  @Test
  void aGroupHoldsWhatLiesBelowIt() {
    assertEquals(
        name("GET /").finished() + name("GET /products/search").finished(),
        group("Product Browsing").finished());
    assertEquals(
        name("GET /products/search").finished(), group("Product Browsing / Search").finished());
  }

  @Test
  void failuresCountWithTheirTime() {
    RequestFigures checkout = name("POST /checkout/complete");
    assertTrue(checkout.failed() > 0);
    assertEquals(checkout.failed(), checkout.outcomes().get(Outcome.HTTP_ERROR));
    assertEquals(checkout.finished(), checkout.response().samples());
    assertEquals((double) checkout.failed() / checkout.finished(), checkout.errorRate());
    assertEquals(checkout.failed(), figures.errors().getFirst().count());
  }

  @Test
  void aRunWithoutRequestsHasNoPercentilesAndNoRates() {
    RunFigures silent = RunFigures.of(SampleRun.silent());
    assertEquals(Double.NaN, silent.measured().total().response().p95());
    assertEquals(Double.NaN, silent.measured().total().errorRate());
    assertTrue(silent.responseCurve().isEmpty());
    assertTrue(silent.timeline().isEmpty());
  }

  @Test
  void theCurveEndsAtTheSlowestRequest() {
    List<CurvePoint> curve = figures.responseCurve();
    assertEquals(figures.measured().total().response().max(), curve.getLast().millis());
    assertEquals(1.0 / figures.measured().total().finished(), curve.getLast().beyond());
    for (int i = 1; i < curve.size(); i++) {
      assertTrue(curve.get(i).millis() >= curve.get(i - 1).millis(), "at " + i);
      assertTrue(curve.get(i).beyond() < curve.get(i - 1).beyond(), "at " + i);
    }
  }

  @Test
  void checksOfOneNameAreToldApartByTheirRequest() {
    assertEquals(2, figures.checks().size());
    assertEquals("POST /auth/login", figures.checks().get(0).request());
    assertEquals("GET /", figures.checks().get(1).request());
  }

  @Test
  void silentMetricsAreShownAsSilent() {
    assertEquals(6, figures.metrics().size());
    MetricFigures silent = figures.metrics().get(2);
    assertTrue(silent instanceof MetricFigures.Trend trend && trend.times().samples() == 0);
    assertFalse(figures.metrics().get(1) instanceof MetricFigures.Trend);
  }

  @Test
  void loopsAddUpToTheGeneratorAndGaugesDoNot() {
    GeneratorFigures generator = figures.generator();
    assertEquals(2, generator.loops().size());
    assertEquals(
        generator.all().lag().samples(),
        generator.loops().stream().mapToLong(loop -> loop.lag().samples()).sum());
    assertEquals(
        generator.all().busyShare(),
        generator.loops().stream().mapToDouble(LoopFigures::busyShare).average().orElseThrow(),
        1e-9);
    assertEquals(80, generator.process().connections(), "at most, not all intervals' together");
    assertEquals(140, generator.process().descriptors());
    assertEquals(0.175, generator.process().cpuShare(), 1e-9);
    double most =
        figures.timeline().stream().mapToDouble(TimelinePoint::throttledShare).max().orElseThrow();
    assertEquals(0.0375, most, 1e-9, "150 ms of the 4 s of four cores");
  }
}
