package io.sluice.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the command line says of a script, before a run and beside it. */
final class K6LintTest {
  private static final String FLAWED =
      """
      import { check } from 'k6';
      export default function () { check(1, { 'is fine': () => true }); }
      """;
  private static final String DOUBTFUL =
      """
      import { check } from 'k6';
      export default function () { check(__ITER, { 'is fine': (n) => n < 9 }); }
      """;

  @TempDir private Path folder;

  private String script(String text) throws Exception {
    return Files.writeString(folder.resolve("script.js"), text).toString();
  }

  @Test
  void findingsAreShownWithTheirLines() throws Exception {
    String script = script(FLAWED);
    Invocation ended = Invocation.of("k6", "lint", script);
    assertEquals(3, ended.code());
    assertEquals(
        """
        script.js:2:52: error: the check 'is fine' passes whatever the answer is; compare something of the answer, as in (r) => r.status === 200 [check-always-true]
        export default function () { check(1, { 'is fine': () => true }); }
                                                           ^
        script.js:2:30: warning: checks never change the exit code, and no threshold looks at them; add a threshold such as checks: ['rate>0.99'] [checks-without-threshold]
        export default function () { check(1, { 'is fine': () => true }); }
                                     ^
        1 error, 1 warning
        """,
        ended.out().replace(folder + "/", ""));
    assertEquals("", ended.err());
  }

  @Test
  void warningsAreNoFailureUnlessStrict() throws Exception {
    String script = script(DOUBTFUL);
    assertEquals(0, Invocation.of("k6", "lint", script).code());
    assertEquals(3, Invocation.of("k6", "lint", "--strict", script).code());
  }

  @Test
  void nothingIsSaidToBeNothing() throws Exception {
    Invocation ended = Invocation.of("k6", "lint", script("export default () => {};\n"));
    assertEquals(0, ended.code());
    assertTrue(ended.out().endsWith("script.js: nothing found\n"), ended::out);
  }

  @Test
  void programsReadJson() throws Exception {
    Invocation ended = Invocation.of("k6", "lint", "--format", "json", script(FLAWED));
    JsonNode json = new ObjectMapper().readTree(ended.out());
    assertEquals(3, ended.code());
    assertEquals(1, json.path("errors").asInt());
    assertEquals("check-always-true", json.path("findings").path(0).path("rule").asText());
    assertEquals(52, json.path("findings").path(0).path("column").asInt());
  }

  @Test
  void aScriptThatCannotBeLoadedIsAnError() throws Exception {
    Invocation ended = Invocation.of("k6", "lint", script("export default () => {};\nnull.x;\n"));
    assertEquals(3, ended.code());
    assertTrue(
        ended.out().contains("script.js:2:1: error: the script cannot be loaded: TypeError"),
        ended::out);
  }

  @Test
  void optionsFromOutsideCount() throws Exception {
    String config =
        Files.writeString(
                folder.resolve("config.json"), "{\"thresholds\":{\"checks\":[\"rate>0.9\"]}}")
            .toString();
    Invocation ended = Invocation.of("k6", "lint", "-c", config, script(DOUBTFUL));
    assertTrue(ended.out().endsWith("nothing found\n"), ended::out);
  }

  @Test
  void aScriptThatIsNotThereIsAMistakeOfUse() {
    Invocation ended = Invocation.of("k6", "lint", folder.resolve("none.js").toString());
    assertEquals(2, ended.code());
    assertEquals("sluice: none.js: there is no such file\n", ended.err().replace(folder + "/", ""));
  }

  @Test
  void aRunWarnsAndGoesOn() throws Exception {
    String folderOfRun = folder.resolve("run").toString();
    String script = script(FLAWED);
    Invocation ended = Invocation.of("k6", "run", "-q", "--run-folder", folderOfRun, script);
    assertEquals(0, ended.code(), ended::err);
    assertTrue(ended.err().contains("script.js:2:52: the check 'is fine' passes"), ended::err);
    assertEquals(2, ended.err().lines().filter(line -> line.contains("source=lint")).count());
  }

  @Test
  void aRunCanBeToldNotTo() throws Exception {
    String folderOfRun = folder.resolve("run").toString();
    String script = script(FLAWED);
    Invocation ended =
        Invocation.of("k6", "run", "-q", "--no-lint", "--run-folder", folderOfRun, script);
    assertEquals(0, ended.code(), ended::err);
    assertFalse(ended.err().contains("lint"), ended::err);
  }
}
