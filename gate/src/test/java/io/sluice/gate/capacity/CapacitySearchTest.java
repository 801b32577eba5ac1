package io.sluice.gate.capacity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sluice.gate.Status;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CapacitySearchTest {
  private static final SearchSettings SETTINGS = SearchSettings.DEFAULT.withRates(100, 5000);

  private static String sight(CapacityResult result) {
    return "%s: passes %s, fails %s"
        .formatted(result.conclusion(), result.proven(), result.lowestFail());
  }

  @ParameterizedTest
  @CsvSource({"700, 700", "700, 800", "101, 140", "4000, 4100", "163, 900"})
  void bracketsTheCapacity(double passes, double open) {
    FakeTarget target = FakeTarget.of(passes, open);

    CapacityResult result = target.search(SETTINGS);

    assertEquals(Conclusion.FOUND, result.conclusion());
    assertTrue(result.proven() <= passes && result.proven() >= passes / 1.051, () -> sight(result));
    assertTrue(
        result.lowestFail() > open && result.lowestFail() <= open * 1.5, () -> sight(result));
    assertEquals(2, target.count(Purpose.CONFIRMATION));
    assertEquals(2, result.requestsPerIteration(), 1e-9);
  }

  @Test
  void rampsByHalvesFromTheReference() {
    FakeTarget target = FakeTarget.of(300, 300);

    target.search(SETTINGS);

    assertEquals(List.of(100.0), target.rates(Purpose.REFERENCE));
    assertEquals(List.of(150.0, 225.0, 337.5), target.rates(Purpose.RAMP));
    double first = target.rates(Purpose.BISECTION).getFirst();
    assertEquals(Math.sqrt(225 * 337.5), first, 1e-9);
  }

  @Test
  void looksAgainEachTimeItsLengthDoubles() {
    FakeTarget target = FakeTarget.of(300, 300);

    target.search(SETTINGS);

    List<Duration> lengths = target.probes().getFirst().checkpoints();
    assertEquals(
        List.of(
            Duration.ofSeconds(30),
            Duration.ofSeconds(60),
            Duration.ofSeconds(120),
            Duration.ofSeconds(240)),
        lengths);
  }

  @Test
  void anOverloadedTargetIsWaitedForAfterEachFailure() {
    FakeTarget target = FakeTarget.of(300, 300);

    CapacityResult result = target.search(SETTINGS);

    long failures = result.probes().stream().filter(r -> r.status() == Status.FAIL).count();
    assertTrue(failures >= 2);
    assertEquals(failures, target.count(Purpose.RECOVERY));
    assertTrue(target.rates(Purpose.RECOVERY).stream().allMatch(rate -> rate == 100));
  }

  @ParameterizedTest
  @CsvSource({"22.1e6, 3, TARGET_NOT_RECOVERED", "21.9e6, 1, FOUND", "19e6, 1, FOUND"})
  void aTargetThatStaysSlowIsAFinding(double p50Nanos, int tries, Conclusion conclusion) {
    boolean[] slow = {true};
    FakeTarget target =
        new FakeTarget(
            probe -> {
              if (probe.purpose() == Purpose.RECOVERY && slow[0]) {
                slow[0] = conclusion != Conclusion.FOUND;
                return FakeTarget.slow(probe, p50Nanos);
              }
              return FakeTarget.byRate(probe, 300, 300);
            });

    CapacityResult result = target.search(SETTINGS);

    assertEquals(conclusion, result.conclusion());
    if (conclusion == Conclusion.TARGET_NOT_RECOVERED) {
      assertEquals(tries, target.count(Purpose.RECOVERY));
      assertFalse(result.hasProven());
      assertEquals(225, result.highestPass());
    }
  }

  @ParameterizedTest
  @CsvSource({"FAIL, BELOW_START", "INCONCLUSIVE, START_NOT_SETTLED"})
  void endsWhereTheStartDoesNotPass(Status status, Conclusion conclusion) {
    FakeTarget target = new FakeTarget(probe -> FakeTarget.result(probe, status));

    CapacityResult result = target.search(SETTINGS);

    assertEquals(conclusion, result.conclusion());
    assertEquals(1, target.probes().size());
    assertFalse(result.hasProven());
    assertEquals(status == Status.FAIL, result.hasFail());
  }

  @ParameterizedTest
  @CsvSource({"100", "150", "1000"})
  void theHighestRateAllowedIsALowerBound(double most) {
    FakeTarget target = FakeTarget.of(1e9, 1e9);

    CapacityResult result = target.search(SearchSettings.DEFAULT.withRates(100, most));

    assertEquals(Conclusion.AT_LEAST, result.conclusion());
    assertEquals(most, result.proven());
    assertFalse(result.hasFail());
    assertTrue(target.probes().stream().allMatch(probe -> probe.rate() <= most));
  }

  @Test
  void stepsDownUntilARateIsConfirmed() {
    FakeTarget target =
        new FakeTarget(
            probe ->
                probe.purpose() == Purpose.CONFIRMATION && probe.rate() > 280
                    ? FakeTarget.result(probe, Status.INCONCLUSIVE)
                    : FakeTarget.byRate(probe, 300, 300));

    CapacityResult result = target.search(SETTINGS);

    assertEquals(Conclusion.FOUND, result.conclusion());
    assertTrue(result.proven() <= 280 && result.proven() > 280 / 1.06, () -> sight(result));
  }

  @Test
  void nothingIsProvenWhereNothingIsConfirmed() {
    FakeTarget target =
        new FakeTarget(
            probe ->
                probe.purpose() == Purpose.CONFIRMATION
                    ? FakeTarget.result(probe, Status.INCONCLUSIVE)
                    : FakeTarget.byRate(probe, 300, 300));

    CapacityResult result = target.search(SETTINGS);

    assertEquals(Conclusion.NOT_CONFIRMED, result.conclusion());
    assertFalse(result.hasProven());
  }

  @Test
  void aProbeThatTheGeneratorSpoiledIsRepeatedOnce() {
    int[] spoiled = {0};
    FakeTarget target =
        new FakeTarget(
            probe ->
                probe.rate() > 200 && spoiled[0]++ == 0
                    ? FakeTarget.spoiled(probe)
                    : FakeTarget.byRate(probe, 700, 700));

    CapacityResult result = target.search(SETTINGS);

    assertEquals(Conclusion.FOUND, result.conclusion());
    assertEquals(List.of(150.0, 225.0, 225.0), target.rates(Purpose.RAMP).subList(0, 3));
  }

  @Test
  void theGeneratorsLimitIsNoCapacity() {
    FakeTarget target =
        new FakeTarget(
            probe ->
                probe.rate() > 400
                    ? FakeTarget.spoiled(probe)
                    : FakeTarget.result(probe, Status.PASS));

    CapacityResult result = target.search(SETTINGS);

    assertEquals(Conclusion.GENERATOR_LIMIT, result.conclusion());
    assertEquals(337.5, result.proven());
    assertFalse(result.hasFail());
    assertTrue(result.estimate() instanceof Estimate.Unknown, () -> sight(result));
  }

  @Test
  void aSpoiledProbeBelowAFailureIsNoLimitOfTheGenerator() {
    FakeTarget target =
        new FakeTarget(
            probe ->
                probe.purpose() == Purpose.BISECTION
                    ? FakeTarget.spoiled(probe)
                    : FakeTarget.byRate(probe, 300, 300));

    CapacityResult result = target.search(SETTINGS);

    assertEquals(Conclusion.FOUND, result.conclusion());
    assertEquals(225, result.proven());
    assertTrue(result.lowestFail() > 300, () -> sight(result));
  }

  @Test
  void aGeneratorThatCannotEvenStartProvesNothing() {
    CapacityResult result = new FakeTarget(FakeTarget::spoiled).search(SETTINGS);

    assertEquals(Conclusion.GENERATOR_LIMIT, result.conclusion());
    assertFalse(result.hasProven());
  }

  @Test
  void aContradictionIsProbedAgain() {
    int[] confirmations = {0};
    FakeTarget target =
        new FakeTarget(
            probe ->
                probe.purpose() == Purpose.CONFIRMATION && confirmations[0]++ == 0
                    ? FakeTarget.result(probe, Status.FAIL)
                    : FakeTarget.byRate(probe, 300, 300));

    CapacityResult result = target.search(SETTINGS);

    assertEquals(1, target.count(Purpose.REPEAT));
    assertEquals(Conclusion.FOUND, result.conclusion());
    assertTrue(result.lowestFail() > 300, () -> sight(result));
  }

  @Test
  void aTargetThatContradictsItselfAgainIsNoisy() {
    FakeTarget target =
        new FakeTarget(
            probe ->
                probe.purpose() == Purpose.CONFIRMATION
                    ? FakeTarget.result(probe, Status.FAIL)
                    : FakeTarget.byRate(probe, 300, 300));

    CapacityResult result = target.search(SETTINGS);

    assertEquals(Conclusion.NOISY, result.conclusion());
    assertFalse(result.hasProven());
  }

  @Test
  void tellsWhatIsProvenWhenInterrupted() {
    CapacitySearch search = new CapacitySearch(SETTINGS);
    for (int i = 0; i < 2; i++) {
      search.take(FakeTarget.byRate(((Step.Run) search.next()).probe(), 300, 300));
    }

    CapacityResult result = search.soFar();

    assertEquals(Conclusion.INTERRUPTED, result.conclusion());
    assertEquals(150, result.highestPass());
    assertFalse(result.hasProven());
    assertEquals(2, result.probes().size());
  }

  @Test
  void takesOnlyWhatItAskedFor() {
    CapacitySearch search = new CapacitySearch(SETTINGS);
    Probe asked = ((Step.Run) search.next()).probe();
    assertEquals(asked, ((Step.Run) search.next()).probe());
    Probe other = new Probe(9, 1, Purpose.RAMP, Duration.ZERO, List.of(Duration.ofSeconds(1)));
    ProbeResult result = FakeTarget.result(other, Status.PASS);

    assertThrows(IllegalStateException.class, () -> search.take(result));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 10, 5%, the start rate must be > 0",
    "10, 9, 5%, the highest rate must be at least the start rate of 10/s",
    "10, 20, 0.1%, the tolerance must be 1% to 50%",
    "10, 20, 60%, the tolerance must be 1% to 50%"
  })
  void refusesSettingsThatMakeNoSense(double start, double most, String tolerance, String message) {
    double share = Double.parseDouble(tolerance.replace("%", "")) / 100;
    IllegalArgumentException mistake =
        assertThrows(
            IllegalArgumentException.class,
            () -> SearchSettings.DEFAULT.withRates(start, most).withTolerance(share));
    assertTrue(String.valueOf(mistake.getMessage()).startsWith(message), mistake::toString);
  }
}
