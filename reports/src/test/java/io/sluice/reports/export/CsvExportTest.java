package io.sluice.reports.export;

import static io.sluice.reports.Golden.assertGolden;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import io.sluice.model.run.RunResult;
import io.sluice.reports.SampleRun;
import io.sluice.reports.figures.RequestFigures;
import io.sluice.reports.figures.RunFigures;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvExportTest {
  private static String export(RunExport export, RunResult run) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    export.write(run, out);
    return out.toString(StandardCharsets.UTF_8);
  }

  private static List<Map<String, String>> rows(String csv) throws IOException {
    try (MappingIterator<Map<String, String>> rows =
        new CsvMapper()
            .readerForMapOf(String.class)
            .with(CsvSchema.emptySchema().withHeader())
            .readValues(csv)) {
      return rows.readAll();
    }
  }

  private static long sum(List<Map<String, String>> rows, String column) {
    return rows.stream().mapToLong(row -> Long.parseLong(row.get(column))).sum();
  }

  @Test
  void theTableOfRequestsIsAsItWas() throws IOException {
    String csv = export(RunExport.requestsCsv(), SampleRun.golden());
    assertGolden("requests.csv", csv.replace("\r\n", "\n"));
  }

  @Test
  void secondsAddUpToTheRun() throws IOException {
    RunResult run = SampleRun.golden();
    RequestFigures all = RunFigures.of(run).wholeRun().total();

    List<Map<String, String>> rows = rows(export(RunExport.secondsCsv(), run));

    assertEquals(all.started(), sum(rows, "started"));
    assertEquals(all.finished(), sum(rows, "finished"));
    assertEquals(all.failed(), sum(rows, "http_error"));
    assertEquals(all.aborted(), sum(rows, "aborted"));
    assertEquals(all.bytesReceived(), sum(rows, "bytes_received"));
    Map<String, String> first = rows.getFirst();
    assertEquals("2026-03-01T09:30:00.250Z", first.get("time"));
    assertEquals("0.0", first.get("from_s"));
    assertEquals("warm-up", first.get("window"));
    assertEquals("false", first.get("measured"));
    assertEquals("POST /auth/login", first.get("request"));
    assertTrue(Double.parseDouble(first.get("response_p95_ms")) > 0);
  }

  @Test
  void linesEndAsTheStandardSays() throws IOException {
    String csv = export(RunExport.requestsCsv(), SampleRun.golden());
    assertEquals(-1, csv.replace("\r\n", "").indexOf('\n'));
    assertTrue(csv.endsWith("\r\n"));
    assertTrue(csv.startsWith("scope,kind,request,started,finished,"));
  }

  @Test
  void aRunWithoutRequestsIsAHead() throws IOException {
    String csv = export(RunExport.secondsCsv(), SampleRun.silent());
    assertTrue(
        csv.startsWith("time,from_s,to_s,phase,window,measured,group,request,tags,started,"));
    assertEquals(1, csv.lines().count());
    String requests = export(RunExport.requestsCsv(), SampleRun.silent());
    assertTrue(requests.contains("measured,total,,0,0,0,,,0,"), requests);
  }

  @Test
  void namesComeBackAsTheyAre() throws IOException {
    List<String> names = List.of("a, \"b\"", "c;d\te", "=1+1", "GET /products?id=1");
    List<Map<String, String>> rows =
        rows(export(RunExport.requestsCsv(), SampleRun.of(3, 20, names)));
    assertEquals(
        List.of("a, \"b\"", "c;d e", "'=1+1", "GET /products?id=1"),
        rows.stream()
            .filter(row -> "measured".equals(row.get("scope")) && "request".equals(row.get("kind")))
            .map(row -> row.get("request"))
            .toList());
  }

  @ParameterizedTest
  @CsvSource({
    "GET /, GET /",
    "'=cmd|''/c calc''!A1', '''=cmd|''/c calc''!A1'",
    "+1, '''+1'",
    "-1, '''-1'",
    "@SUM(A1), '''@SUM(A1)'",
    "'  =1', '''  =1'",
    "'\t=1', ''' =1'",
    "'\uFF1D1', '''\uFF1D1'",
    "'', ''",
    "'   ', '   '",
    "a=1, a=1",
  })
  void noCellIsAFormula(String text, String cell) {
    assertEquals(cell, CsvTable.text(text));
  }
}
