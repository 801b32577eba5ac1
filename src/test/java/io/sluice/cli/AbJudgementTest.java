package io.sluice.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.sluice.gate.Status;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AbJudgementTest {
  @ParameterizedTest
  @CsvSource({
    "PASS, PASS, PASS",
    "PASS, INCONCLUSIVE, INCONCLUSIVE",
    "INCONCLUSIVE, PASS, INCONCLUSIVE",
    "INCONCLUSIVE, FAIL, FAIL",
    "FAIL, INCONCLUSIVE, FAIL",
    "PASS, FAIL, FAIL",
  })
  void theWorseOfTwoJudgementsCounts(Status objectives, Status comparison, Status whole) {
    assertEquals(whole, AbJudgement.worst(List.of(objectives, comparison)));
  }
}
