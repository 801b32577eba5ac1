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
      })
  void mistakesDoNot(String text) {
    assertFalse(problems(text).isEmpty(), text);
  }

  private List<String> problems(String yaml) {
    return schema.validate(yaml, InputFormat.YAML).stream().map(Error::toString).toList();
  }
}
