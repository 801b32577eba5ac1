package io.sluice.gate.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sluice.gate.Status;
import io.sluice.gate.compare.Fingerprint;
import io.sluice.model.plan.Objective;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunRecordTest {
  private static final RunRecord RUN =
      new RunRecord(
          "shop",
          "peak",
          List.of(),
          "0123456789abcdef",
          Instant.parse("2026-03-01T10:00:00.123456789Z"),
          60,
          "1",
          Status.PASS,
          "",
          Revision.UNKNOWN,
          "",
          List.of(),
          RequestRecord.unknown(""),
          List.of(
              new RequestRecord("b", 10, 1, 1, 2, 3, 4), new RequestRecord("c", 0, 0, 0, 0, 0, 0)));

  @Test
  void theIdIsItsTimeToTheMicrosecondAndItsPlan() {
    assertEquals("2026-03-01T10:00:00.123456Z-0123456789ab", RUN.id());
    assertEquals(
        RUN.id(), RunRecord.id(Instant.parse("2026-03-01T10:00:00.123456Z"), "0123456789abX"));
    assertEquals(
        "2026-03-01T10:00:00Z-ab", RunRecord.id(Instant.parse("2026-03-01T10:00:00Z"), "ab"));
  }

  @Test
  void thePlanSaysWhichRequestsItHas() {
    Fingerprint plan = new Fingerprint("shop", List.of("main: 5 users"), List.of("a", "b"));
    RunRecord run = RUN.measuring(plan);
    assertEquals(plan, run.fingerprint());
    assertEquals(10, run.requests().get(1).finished());
    assertEquals(0, run.requests().getFirst().finished());
    assertTrue(Double.isNaN(run.requests().getFirst().p95()));
  }

  @Test
  void anErrorRateNeedsRequests() {
    assertEquals(0.1, RUN.requests().getFirst().errorRate());
    assertTrue(Double.isNaN(RUN.requests().get(1).errorRate()));
  }

  @ParameterizedTest
  @CsvSource({
    "p95 < 2s, <, p95",
    "p95{request:a<b} < 2s, <, p95{request:a<b}",
    "throughput>=1000/min, >=, throughput",
    "odd, '', odd"
  })
  void theSubjectOfAnObjectiveIsWithoutItsThreshold(
      String text, String comparison, String subject) {
    ObjectiveRecord objective =
        new ObjectiveRecord(
            text,
            ObjectiveRecord.Unit.MS,
            comparison,
            1,
            1,
            1,
            1,
            1,
            1,
            Objective.Severity.FAIL,
            Status.PASS,
            "");
    assertEquals(subject, objective.subject());
  }

  @Test
  void aRevisionIsReadShort() {
    assertEquals("main 12345678", new Revision("main", "123456789abc", "").label());
    assertEquals("1234", new Revision("", "1234", "").label());
    assertEquals("", Revision.UNKNOWN.label());
  }
}
