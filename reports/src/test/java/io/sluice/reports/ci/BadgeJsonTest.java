package io.sluice.reports.ci;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sluice.gate.Status;
import io.sluice.reports.SampleRun;
import io.sluice.reports.figures.RunFigures;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BadgeJsonTest {
  @ParameterizedTest
  @CsvSource({"PASS, brightgreen, false", "FAIL, red, true", "INCONCLUSIVE, yellow, false"})
  void aBadgeSaysTheVerdictAndP95(Status status, String colour, boolean error) {
    JudgedRun run = SampleJudged.of(status, "", List.of());

    ObjectNode badge = BadgeJson.of(run.figures(), run.verdict());

    assertEquals(1, badge.path("schemaVersion").asInt());
    assertEquals("load test", badge.path("label").asText());
    assertEquals(status + ", p95 71.7ms", badge.path("message").asText());
    assertEquals(colour, badge.path("color").asText());
    assertEquals(error, badge.path("isError").asBoolean());
  }

  @Test
  void withoutRequestsThereIsNoP95() {
    ObjectNode badge = BadgeJson.of(RunFigures.of(SampleRun.silent()), SampleRun.verdict());
    assertEquals("FAIL", badge.path("message").asText());
  }
}
