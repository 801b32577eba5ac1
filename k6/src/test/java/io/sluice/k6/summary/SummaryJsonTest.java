package io.sluice.k6.summary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SummaryJsonTest {
  private static final SummaryData.Console CONSOLE = new SummaryData.Console(false, true, false);
  private static final JsonMapper MAPPER = new JsonMapper();

  @Test
  void isHandleSummarysArgument() throws Exception {
    JsonNode data =
        MAPPER.readTree(SummaryData.json(SampleRun.summary(""), CONSOLE, "{\"token\":\"t\"}"));

    assertEquals(MAPPER.readTree(SampleRun.golden("data.json")), data);
    assertEquals(
        "{\"p(95)<2000\":{\"ok\":true},\"p(99)<10\":{\"ok\":false}}",
        data.at("/metrics/http_req_duration/thresholds").toString());
  }

  @Test
  void hasNoSetupDataWithoutSetup() throws Exception {
    assertFalse(
        MAPPER.readTree(SummaryData.json(SampleRun.summary(""), CONSOLE, null)).has("setup_data"));
  }

  @Test
  void exportsAsK6AlwaysDid() throws Exception {
    String export = LegacyExport.json(SampleRun.summary(""), CONSOLE, "{\"token\":\"t\"}");

    assertEquals(SampleRun.golden("legacy.json"), export + "\n");
    assertEquals(
        "{\"p(95)<2000\":false,\"p(99)<10\":true}",
        MAPPER.readTree(export).at("/metrics/http_req_duration/thresholds").toString());
  }

  @Test
  void exportsForMachines() throws Exception {
    assertEquals(
        SampleRun.golden("machine.json"),
        MachineReadableSummary.json(
                SampleRun.summary(""), SummaryMode.COMPACT, "shop.js", Instant.EPOCH)
            + "\n");
  }
}
