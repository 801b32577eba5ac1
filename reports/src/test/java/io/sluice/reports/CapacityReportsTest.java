package io.sluice.reports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.sluice.gate.Status;
import io.sluice.gate.capacity.BadShare;
import io.sluice.gate.capacity.Blame;
import io.sluice.gate.capacity.CapacityResult;
import io.sluice.gate.capacity.Conclusion;
import io.sluice.gate.capacity.Estimate;
import io.sluice.gate.capacity.Knee;
import io.sluice.gate.capacity.Probe;
import io.sluice.gate.capacity.ProbeFigures;
import io.sluice.gate.capacity.ProbeResult;
import io.sluice.gate.capacity.Purpose;
import io.sluice.gate.capacity.SearchSettings;
import io.sluice.gate.capacity.Usl;
import io.sluice.gate.capacity.Usl.Range;
import io.sluice.reports.capacity.CapacityFacts;
import io.sluice.reports.capacity.CapacityJson;
import io.sluice.reports.capacity.CapacityMarkdown;
import io.sluice.reports.json.JsonText;
import io.sluice.reports.terminal.CapacitySummary;
import io.sluice.reports.terminal.Style;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

public final class CapacityReportsTest {
  private static final Schema SCHEMA =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(
              CapacityReportsTest.class.getResourceAsStream("capacity.schema.json"),
              InputFormat.JSON);
  private static final Range RANGE = new Range(0.02, 0.01, 0.03);

  private static ProbeResult probe(int number, double rate, Status status, Blame blame) {
    return new ProbeResult(
        new Probe(number, rate, Purpose.RAMP, Duration.ZERO, List.of(Duration.ofSeconds(30))),
        status,
        blame,
        List.of(new BadShare("p95 < 50ms", 12, 3000, 2400, 0.05)),
        new ProbeFigures(30, rate, 2 * rate, 3, 4, 0.1, 0.02, 15e6, 40e6),
        "because");
  }

  private static CapacityFacts facts(Conclusion how, double proven, Estimate estimate, Usl usl) {
    return new CapacityFacts(
        "shop | <b>",
        List.of("p95 < 50ms"),
        SearchSettings.DEFAULT,
        new CapacityResult(
            how,
            proven,
            proven,
            proven * 1.1,
            estimate,
            new Knee(Double.NaN, 400),
            usl,
            2,
            List.of(
                probe(1, 400, Status.PASS, Blame.NOBODY),
                probe(2, 500, Status.INCONCLUSIVE, Blame.GENERATOR),
                probe(3, 600, Status.FAIL, Blame.NOBODY))));
  }

  private static CapacityFacts found() {
    return facts(
        Conclusion.FOUND,
        830,
        new Estimate.Interpolated(880.4, 861, 901, "p95 < 50ms", 5),
        new Usl.Fitted(RANGE, RANGE, RANGE, new Usl.PeakAt(RANGE, RANGE), 9));
  }

  /** Searches that ended in different ways. */
  public static Stream<CapacityFacts> searches() {
    return Stream.of(
        found(),
        facts(
            Conclusion.AT_LEAST,
            830,
            new Estimate.Bracketed(850, 830, 870),
            new Usl.Fitted(RANGE, RANGE, RANGE, new Usl.PeakUnknown("no"), 9)),
        facts(
            Conclusion.NOISY, Double.NaN, new Estimate.Unknown("nothing"), new Usl.Refused("few")));
  }

  @ParameterizedTest
  @MethodSource("searches")
  void keepsItsSchema(CapacityFacts facts) {
    String json = JsonText.pretty(CapacityJson.of(facts));

    assertEquals(List.of(), SCHEMA.validate(json, InputFormat.JSON), json);
  }

  @ParameterizedTest
  @CsvSource({"'\"FOUND\"', '\"LOST\"'", "'\"proven_pass\"', '\"proved\"'", "'\"bad\"', '\"ill\"'"})
  void theSchemaNoticesOtherKeysAndValues(String from, String to) {
    String json = JsonText.pretty(CapacityJson.of(found())).replace(from, to);

    assertFalse(SCHEMA.validate(json, InputFormat.JSON).isEmpty());
  }

  @Test
  void saysWhatItTakes() {
    String text = CapacitySummary.of(found(), 100, Style.PLAIN);

    assertTrue(
        text.contains(
            "It takes 830 iterations/s (1,660 requests/s) with all objectives held; at 913"),
        text);
    assertTrue(text.contains("Capacity: about 880 iterations/s (861 to 901 with 95%"), text);
    assertTrue(text.contains("GENERATOR"), text);
    assertTrue(text.lines().allMatch(line -> line.length() <= 100), text);
  }

  @Test
  void aNameCannotBreakThePage() {
    String page = CapacityMarkdown.of(found());

    assertTrue(page.startsWith("# Capacity of shop \\| \\<b\\>\n"), page);
    assertTrue(page.contains("| 2 | ramp | 500 | 30s | INCONCLUSIVE (generator) |"), page);
  }
}
