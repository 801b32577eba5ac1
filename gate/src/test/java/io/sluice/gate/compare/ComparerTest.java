package io.sluice.gate.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sluice.model.plan.ArrivalModel;
import io.sluice.model.run.Health.Counter;
import io.sluice.model.run.RunResult;
import java.util.List;
import org.junit.jupiter.api.Test;

class ComparerTest {
  private static final int SECONDS = 60;
  private static final Comparer COMPARER = new Comparer(Criteria.DEFAULT);

  private static TwoPhases open() {
    return new TwoPhases(SECONDS, 1000, TwoPhases.open(SECONDS));
  }

  private static Comparison simultaneous(RunResult run) {
    return COMPARER.simultaneous(TwoPhases.arm(run, Side.A), TwoPhases.arm(run, Side.B));
  }

  private static MetricComparison metric(RequestComparison request, String label) {
    return request.metrics().stream()
        .filter(m -> m.metric().label().equals(label))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void phasesOfOneRunAreCompared() {
    Comparison slower =
        simultaneous(open().answers(Side.A, 1, 250, 1).answers(Side.B, 2, 250, 1.2).result());

    assertEquals(Change.REGRESSION, slower.change(), slower.sentence());
    assertEquals(Design.SIMULTANEOUS, slower.design());
    assertEquals(60, slower.seconds());
    assertEquals(List.of("browse", "pay"), names(slower));
    assertEquals(2 * 250 * 60, slower.total().finishedA(), "warm-up is not compared");
    MetricComparison p50 = metric(slower.total(), "p50");
    assertEquals(20e6, p50.a(), 0.3e6);
    assertEquals(24e6, p50.b(), 0.4e6);
    assertEquals(0.2, p50.difference(), 0.02);
    assertTrue(slower.sentence().startsWith("B is worse than A: p50 of all requests: +"));
    assertFalse(slower.sentence().contains("simultaneous"), slower.sentence());
    assertEquals(
        List.of("p50", "p95", "p99", "error rate"),
        slower.total().metrics().stream().map(m -> m.metric().label()).toList());
  }

  private static List<String> names(Comparison comparison) {
    return comparison.requests().stream().map(RequestComparison::request).toList();
  }

  @Test
  void armsThatAreAlikePass() {
    Comparison alike =
        simultaneous(open().answers(Side.A, 1, 400, 1).answers(Side.B, 2, 400, 1).result());
    assertEquals(Change.NO_REGRESSION, alike.change(), alike.sentence());
    assertEquals(
        "B is not worse than A with 95% confidence: p50, p95, p99, error rate of all requests are"
            + " within their margins.",
        alike.sentence());
  }

  @Test
  void aFasterArmIsImproved() {
    Comparison faster =
        simultaneous(open().answers(Side.A, 1, 250, 1).answers(Side.B, 2, 250, 0.7).result());
    assertEquals(Change.IMPROVED, faster.change(), faster.sentence());
  }

  @Test
  void storedRunsAreComparedWithCaution() {
    RunResult a = open().answers(Side.A, 1, 250, 1).result();
    RunResult b = open().answers(Side.A, 2, 250, 1.2).result();
    Comparison compared = COMPARER.sequential(Arm.of("old", a), Arm.of("new", b));
    assertEquals(Change.REGRESSION, compared.change());
    assertTrue(
        compared.sentence().contains("this is the difference between two runs"),
        compared.sentence());
    assertTrue(compared.notes().getFirst().contains("one after the other"));
  }

  @Test
  void shorterIntervalsSayTheSame() {
    RunResult run =
        new TwoPhases(SECONDS, 250, TwoPhases.open(SECONDS))
            .answers(Side.A, 1, 60, 1)
            .answers(Side.B, 2, 60, 1.2)
            .result();
    Comparison compared = simultaneous(run);
    assertEquals(Change.REGRESSION, compared.change(), compared.sentence());
    assertEquals(4 * 2 * 60 * 60, compared.total().finishedA());
    int blocks = metric(compared.total(), "p50").blocks();
    assertTrue(blocks >= 10 && blocks <= 12, "of 5 s or more in 60 s: " + blocks);
  }

  @Test
  void onlyWhatBothHaveIsCompared() {
    RunResult a = new TwoPhases(90, 1000, TwoPhases.open(90)).answers(Side.A, 1, 100, 1).result();
    RunResult b = open().answers(Side.A, 2, 100, 1).result();
    Comparison compared = COMPARER.sequential(Arm.of("old", a), Arm.of("new", b));
    assertEquals(60, compared.seconds());
    assertEquals(2 * 100 * 60, compared.total().finishedA());
    assertTrue(compared.notes().stream().anyMatch(note -> note.contains("Only the first 60s")));
  }

  @Test
  void closedRunsCompareThroughputToo() {
    ArrivalModel closed = TwoPhases.closed(SECONDS);
    RunResult run =
        new TwoPhases(SECONDS, 1000, closed)
            .answers(Side.A, 1, 200, 1)
            .answers(Side.B, 2, 150, 1)
            .result();
    MetricComparison throughput = metric(simultaneous(run).total(), "throughput");
    assertEquals(400, throughput.a(), 1e-9);
    assertEquals(300, throughput.b(), 1e-9);
    assertEquals(-0.25, throughput.difference(), 1e-9);
    assertEquals(Change.REGRESSION, throughput.change());
  }

  @Test
  void loadThatWasNotOfferedKeepsFromPassing() {
    RunResult run =
        open()
            .answers(Side.A, 1, 250, 1)
            .answers(Side.B, 2, 250, 1)
            .health(Counter.PLANNED, 500)
            .health(Counter.OFFERED, 400)
            .result();
    Comparison compared = simultaneous(run);
    assertEquals(Change.INCONCLUSIVE, compared.change(), compared.sentence());
    assertTrue(compared.sentence().contains("28,000 of 35,000 arrivals"), compared.sentence());
  }

  @Test
  void latenessOfTheGeneratorIsNotTheTargets() {
    RunResult a = open().answers(Side.A, 1, 250, 1).lag(100).result();
    RunResult b = open().answers(Side.A, 2, 250, 1.2).lag(20_000).result();
    Comparison compared = COMPARER.sequential(Arm.of("old", a), Arm.of("new", b));
    MetricComparison p50 = metric(compared.total(), "p50");
    assertEquals(Change.INCONCLUSIVE, p50.change());
    assertTrue(
        p50.reason().contains("the generator itself was later by 19.9ms in new"), p50.reason());
    assertEquals(Change.INCONCLUSIVE, compared.change());
  }

  @Test
  void fewRequestsOfOneKindDoNotHoldUpTheWhole() {
    TwoPhases run = new TwoPhases(120, 1000, TwoPhases.open(120));
    for (Side side : Side.values()) {
      int seed = side == Side.A ? 1 : 2;
      run.answers(side, TwoPhases.BROWSE, seed, 500, 1);
      run.answers(side, TwoPhases.PAY, seed + 2, 1, 1);
    }
    Comparison compared = simultaneous(run.result());
    assertEquals(Change.NO_REGRESSION, compared.change(), compared.sentence());
    assertEquals(Change.INCONCLUSIVE, metric(compared.requests().get(1), "p95").change());
  }

  @Test
  void armsWithoutMeasuredTimeAreRefused() {
    RunResult run = open().result();
    Arm none =
        new Arm("c", run, new io.sluice.model.plan.Selection(java.util.Map.of("phase", "c")));
    assertThrows(
        IllegalArgumentException.class,
        () -> COMPARER.simultaneous(TwoPhases.arm(run, Side.A), none));
  }
}
