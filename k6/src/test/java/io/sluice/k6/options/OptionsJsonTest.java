package io.sluice.k6.options;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.junit.jupiter.api.Test;

class OptionsJsonTest {
  private static final JsonMapper MAPPER = new JsonMapper();

  @Test
  void printsOptionsAsInspectDoes() throws Exception {
    Options options =
        OptionsTest.script(
            "{\"vus\":3,\"duration\":\"90s\",\"thresholds\":{\"a\":[\"avg<1\",{\"threshold\":"
                + "\"avg<2\",\"abortOnFail\":true}]}}");

    JsonNode json = MAPPER.readTree(options.json());
    assertTrue(
        options
            .json()
            .startsWith(
                """
                {
                  "paused": null,
                  "vus": 3,
                  "duration": "1m30s",
                  "iterations": null,
                  "stages": null,
                  "scenarios": {
                    "default": {
                      "executor": "constant-vus",
                      "startTime": null,
                      "gracefulStop": null,
                      "env": null,
                      "exec": null,
                      "tags": null,
                      "vus": 3,
                      "duration": "1m30s"
                    }
                  },
                """),
        options.json());
    assertEquals(
        "[\"avg<1\",{\"threshold\":\"avg<2\",\"abortOnFail\":true,\"delayAbortEval\":null}]",
        json.at("/thresholds/a").toString());
    assertEquals("{\"ttl\":null,\"select\":null,\"policy\":null}", json.get("dns").toString());
    assertFalse(json.has("out"));
  }

  @Test
  void addsWhatARunNeeds() throws Exception {
    JsonNode json =
        MAPPER.readTree(
            OptionsJson.withRequirements(OptionsTest.script("{\"vus\":3,\"duration\":\"90s\"}")));

    assertEquals("2m0s", json.get("totalDuration").asText());
    assertEquals(3, json.get("maxVUs").asInt());
  }
}
