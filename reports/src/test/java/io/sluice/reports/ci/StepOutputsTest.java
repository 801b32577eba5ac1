package io.sluice.reports.ci;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sluice.gate.Status;
import io.sluice.reports.SampleRun;
import io.sluice.reports.figures.RunFigures;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class StepOutputsTest {
  /** As GitHub's runner reads the file. */
  private static Map<String, String> read(String file) {
    Map<String, String> outputs = new LinkedHashMap<>();
    List<String> lines = List.of(file.split("\n", -1));
    for (int i = 0; i < lines.size() - 1; i++) {
      String[] head = lines.get(i).split("<<", 2);
      StringBuilder value = new StringBuilder();
      for (i++; !lines.get(i).equals(head[1]); i++) {
        value.append(value.isEmpty() ? "" : "\n").append(lines.get(i));
      }
      outputs.put(head[0], value.toString());
    }
    return outputs;
  }

  @Test
  void figuresArePlainNumbers() {
    JudgedRun run = SampleJudged.golden();
    Map<String, String> outputs = StepOutputs.of(run);

    assertEquals("FAIL", outputs.get("verdict"));
    assertEquals("3", outputs.get("exit-code"));
    assertEquals("runs/1", outputs.get("run-folder"));
    assertEquals("runs/1/report.html", outputs.get("report"));
    assertEquals(
        run.figures().measured().total().response().p95(),
        Double.parseDouble(outputs.get("p95-ms")));
    assertEquals(
        run.figures().measured().total().finished(), Long.parseLong(outputs.get("requests")));
    assertEquals("2", outputs.get("slos-failed"));
    assertEquals("2", outputs.get("slos-inconclusive"));
    assertEquals("7", outputs.get("slos"));
  }

  @Test
  void whatDoesNotExistIsEmpty() {
    JudgedRun silent =
        new JudgedRun(
            RunFigures.of(SampleRun.silent()),
            SampleRun.verdict(),
            JudgedRun.Arms.NONE,
            Status.FAIL,
            3,
            "");
    Map<String, String> outputs = StepOutputs.of(silent);
    assertEquals("", outputs.get("p95-ms"));
    assertEquals("", outputs.get("error-rate"));
    assertEquals("0", outputs.get("requests"));
    assertEquals("report.html", outputs.get("report"));
  }

  @Test
  void theFileIsReadBackWhole() {
    Map<String, String> outputs = StepOutputs.of(SampleJudged.hostile());
    assertEquals(outputs, read(StepOutputs.lines(outputs)));
  }

  @Test
  void noValueCanNameAnotherOutput() {
    Map<String, String> outputs =
        Map.of("sentence", "a\nverdict=PASS\nverdict<<EOF\nPASS\nEOF\nsluice-\n");
    Map<String, String> read = read(StepOutputs.lines(outputs));
    assertEquals(1, read.size());
    assertTrue(read.getOrDefault("sentence", "").contains("verdict=PASS"));
  }

  @Test
  void aDelimiterIsNeverInAValue() {
    String delimiter = "sluice-" + UUID.nameUUIDFromBytes(new byte[] {1});
    Map<String, String> outputs = Map.of("sentence", "x\n" + delimiter + "\ny");
    assertThrows(IllegalArgumentException.class, () -> StepOutputs.lines(outputs, delimiter));
  }
}
