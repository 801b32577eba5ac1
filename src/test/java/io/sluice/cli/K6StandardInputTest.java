package io.sluice.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sluice.storefront.Storefront;
import io.sluice.storefront.StorefrontOptions;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Scripts and scenarios from standard input. */
final class K6StandardInputTest {
  private static final String SCENARIO =
      """
      name: piped
      env:
        BASE_URL: http://127.0.0.1:8080
      journey:
        - get: ${BASE_URL}/health
          name: health
      profiles:
        load: { users: 1, iterations: 3, duration: 1m }
      """;

  @TempDir private Path folder;
  private InputStream before = System.in;

  @BeforeEach
  void remember() {
    before = System.in;
  }

  @AfterEach
  void giveBack() {
    System.setIn(before);
  }

  private static void type(String text) {
    System.setIn(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }

  private static String script() {
    return """
        import http from 'k6/http';
        export default () => { http.get(`${__ENV.BASE_URL}/health`); };
        """;
  }

  @ParameterizedTest
  @ValueSource(strings = {"k6 run -q --no-lint -i 3", "run -q --no-lint -i 3", "k6 run -q -i 3"})
  void aScriptIsRunFromStandardInput(String command) throws Exception {
    try (Storefront shop = Storefront.start(StorefrontOptions.defaults())) {
      type(script());
      String line =
          command
              + " --run-folder %s -e BASE_URL=%s -"
                  .formatted(folder.resolve("run"), shop.baseUri());
      Invocation ended = Invocation.of(line.split(" ", -1));
      assertEquals(0, ended.code(), ended::err);
      assertEquals(3, shop.truth().snapshot().count("GET /health"));
    }
  }

  @Test
  void aScenarioIsRunFromStandardInput() throws Exception {
    try (Storefront shop = Storefront.start(StorefrontOptions.defaults())) {
      type(SCENARIO);
      Invocation ended =
          Invocation.of(
              "run",
              "-",
              "-q",
              "--out",
              folder.resolve("run").toString(),
              "-e",
              "BASE_URL=" + shop.baseUri());
      assertEquals(3, shop.truth().snapshot().count("GET /health"), ended::err);
      assertFalse(ended.err().contains("internal error"), ended::err);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "'', stdin.yaml: the file is empty",
    "'hello: world', stdin.yaml:1:1",
  })
  void whatIsNeitherIsSaid(String text, String sentence) {
    type(text);
    Invocation ended = Invocation.of("run", "-");
    assertEquals(2, ended.code(), ended::err);
    assertTrue(ended.err().contains(sentence), ended::err);
  }
}
