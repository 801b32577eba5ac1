package io.sluice.scenarios.yaml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonSchemaTest {
  private static final Path FILE = Path.of("scenario.schema.json");
  private static final String REGENERATE = "sluice.schema.write";

  private final Schema schema =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(JsonSchema.text(), InputFormat.JSON);

  @Test
  void theFileIsWhatTheLanguageSays() throws IOException {
    if (Boolean.getBoolean(REGENERATE)) {
      Files.writeString(FILE, JsonSchema.text());
    }
    assertEquals(
        JsonSchema.text(),
        Files.readString(FILE),
        "write it anew with: mvn -pl scenarios test -Dtest=JsonSchemaTest"
            + " -Dsluice.schema.write=true");
  }

  @ParameterizedTest
  @ValueSource(strings = {"storefront.yaml", "api.yaml"})
  void shippedScenariosSatisfyIt(String file) throws IOException {
    assertEquals(List.of(), problems(Files.readString(Path.of(file))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "journey: []",
        "journey: [ { get: http://h/, urll: x } ]\nprofiles: {}",
        "journey: [ { get: http://h/, post: http://h/ } ]\nprofiles: {}",
        "journey: [ { get: http://h/, timeout: soon } ]\nprofiles: {}",
        "journey: [ { group: g } ]\nprofiles: {}",
        "journey: [ { get: http://h/, on_failure: stop } ]\nprofiles: {}",
        "journey: []\nprofiles: { p: { users: many } }",
        "journey: []\nprofiles: { p: { users: { stages: [] } } }",
        "journey: []\nprofiles: {}\nenv: { a-b: c }",
        "journey: []\nprofiles: {}\nnetwork: { http: 3 }",
        "journey: []\nprofiles: {}\nabort: sometimes",
        "journey: []\nprofiles: { p: { users: 1, abort: { grace: 1s } } }",
        "journey: []\nprofiles: {}\nslo: [ { objective: p95 < 1s, warn: p95 < 1s } ]",
        "journey: []\nprofiles: {}\nslo: [ { objective: p95 < 1s, severity: high } ]",
        "journey: []\nprofiles: {}\nslo: [ { prometheus: up, objective: p95 < 1s } ]",
        "journey: []\nprofiles: {}\nslo: [ { prometheus: up, below: 1, reduce: sum } ]",
        "journey: [ { add: orders } ]\nprofiles: {}",
        "journey: [ { gauge: { a-b: 1 } } ]\nprofiles: {}",
        "journey: []\nprofiles: {}\nnetwork: { connections: per-user }",
        "journey: []\nprofiles: {}\nnetwork: { connections: { streams: 3 } }",
        "journey: []\nprofiles: {}\nnetwork: { max_body: 64kB }",
        "journey: []\nprofiles: {}\nnetwork: { tls: { verify: often } }",
      })
  void mistakesDoNot(String text) {
    assertFalse(problems(text).isEmpty(), text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{ http: 2 }",
        "{ http: 1.1 }",
        "{ http: '2' }",
        "{ http: auto, connections: per user, idle: 1m, connect_timeout: 3s }",
        "{ connections: { shared: 32, streams: 100 }, max_header: 64KB, max_body: 1.5MB }",
        "{ tls: { verify: false, authorities: a, certificate: b, key: c, engine: jdk } }",
        "{ resolve: ['h:80:::1'], source_addresses: ['::1'], sockets: { no_delay: true } }",
      })
  void networksDo(String network) {
    String text = "journey: [ { get: http://h/ } ]\nprofiles: {}\nnetwork: " + network;
    assertEquals(List.of(), problems(text));
  }

  private List<String> problems(String yaml) {
    return schema.validate(yaml, InputFormat.YAML).stream().map(Error::toString).toList();
  }
}
