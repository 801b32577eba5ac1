package io.sluice.reports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.sluice.gate.Status;
import io.sluice.gate.Verdict;
import io.sluice.reports.compare.ComparisonJson;
import io.sluice.reports.figures.RunFigures;
import io.sluice.reports.json.JsonText;
import io.sluice.reports.json.SummaryJson;
import io.sluice.reports.json.VerdictJson;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SchemaTest {
  private static final Schema SUMMARY = schema("summary.schema.json");
  private static final Schema VERDICT = schema("verdict.schema.json");

  private static final Schema COMPARISON = schema("comparison.schema.json");

  private static Schema schema(String name) {
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(SchemaTest.class.getResourceAsStream(name), InputFormat.JSON);
  }

  private static String summary() {
    return JsonText.pretty(SummaryJson.of(RunFigures.of(SampleRun.golden())));
  }

  private static String verdict() {
    return JsonText.pretty(VerdictJson.of(SampleRun.verdict()));
  }

  private static String comparison() {
    return JsonText.pretty(ComparisonJson.of(SampleComparison.regression()));
  }

  @Test
  void aComparisonKeepsItsSchema() {
    assertEquals(List.of(), COMPARISON.validate(comparison(), InputFormat.JSON));
  }

  @ParameterizedTest
  @CsvSource({
    "'\"REGRESSION\"', '\"WORSE\"'",
    "'\"sequential\"', '\"later\"'",
    "'\"unit\" : \"ms\"', '\"unit\" : \"s\"'",
    "'\"difference\" :', '\"change\" :'"
  })
  void theComparisonSchemaNoticesOtherKeysAndValues(String from, String to) {
    assertFalse(COMPARISON.validate(comparison().replace(from, to), InputFormat.JSON).isEmpty());
  }

  @Test
  void theSummaryKeepsItsSchema() {
    assertEquals(List.of(), SUMMARY.validate(summary(), InputFormat.JSON));
  }

  @Test
  void aSummaryWithoutAnyRequestKeepsItsSchema() {
    String json = JsonText.pretty(SummaryJson.of(RunFigures.of(SampleRun.silent())));
    assertEquals(List.of(), SUMMARY.validate(json, InputFormat.JSON));
  }

  @Test
  void aVerdictKeepsItsSchema() {
    assertEquals(List.of(), VERDICT.validate(verdict(), InputFormat.JSON));
  }

  @Test
  void aVerdictWithoutObjectivesKeepsItsSchema() {
    Verdict none =
        new Verdict(
            Status.INCONCLUSIVE, "nothing", List.of(), List.of(), .99, Verdict.Statistics.POINT);
    assertEquals(
        List.of(), VERDICT.validate(JsonText.pretty(VerdictJson.of(none)), InputFormat.JSON));
  }

  @ParameterizedTest
  @CsvSource({
    "'\"started\" :', '\"begun\" :'",
    "'\"closed\"', '\"shut\"'",
    "'\"p95\" :', '\"p94\" :'",
    "'\"throttled\" :', '\"slowed\" :'"
  })
  void theSummarySchemaNoticesOtherKeysAndValues(String from, String to) {
    assertFalse(SUMMARY.validate(summary().replace(from, to), InputFormat.JSON).isEmpty());
  }

  @ParameterizedTest
  @CsvSource({
    "'\"INCONCLUSIVE\"', '\"MAYBE\"'",
    "'\"unit\" : \"ms\"', '\"unit\" : \"s\"'",
    "'\"reason\" :', '\"because\" :'"
  })
  void theVerdictSchemaNoticesOtherKeysAndValues(String from, String to) {
    assertFalse(VERDICT.validate(verdict().replace(from, to), InputFormat.JSON).isEmpty());
  }
}
