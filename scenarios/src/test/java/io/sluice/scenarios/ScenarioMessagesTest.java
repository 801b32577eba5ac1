package io.sluice.scenarios;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.sluice.scenarios.compile.ScenarioOptions;
import io.sluice.scenarios.source.Problem;
import io.sluice.scenarios.source.ScenarioException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Scenarios with mistakes and everything that is said about them. {@code messages.txt} holds cases
 * that are parted by lines of equals signs; in each, the text stands above a line of dashes and the
 * messages below it.
 */
class ScenarioMessagesTest {
  static Stream<Arguments> cases() throws IOException {
    try (InputStream resource = ScenarioMessagesTest.class.getResourceAsStream("messages.txt")) {
      if (resource == null) {
        throw new IllegalStateException("messages.txt is missing");
      }
      String all = new String(resource.readAllBytes(), StandardCharsets.UTF_8);
      return Arrays.stream(all.split("(?m)^=+ ?"))
          .filter(part -> !part.isBlank())
          .map(
              part -> {
                int title = part.indexOf('\n');
                String[] halves = part.substring(title + 1).split("(?m)^----\n", 2);
                return arguments(part.substring(0, title), halves[0], halves[1].strip());
              });
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void message(String title, String text, String messages) {
    assertEquals(messages, failure(text).getMessage(), title);
  }

  @Test
  void everyProblemHasItsPlaceInTheSource() {
    List<Problem> problems =
        failure("journey:\n  - get: http://h/x\n    hedders: {}\n" + Samples.PROFILES).problems();
    assertEquals(
        List.of("    hedders: {}\n" + "    ^"), problems.stream().map(Problem::excerpt).toList());
  }

  @Test
  void aliasBombIsRefused() {
    StringBuilder bomb = new StringBuilder("a: &a [x,x,x,x,x,x,x,x,x,x]\n");
    for (char c = 'b'; c < 'j'; c++) {
      bomb.append("%c: &%c [%s]\n".formatted(c, c, ("*" + (char) (c - 1) + ",").repeat(10)));
    }
    assertEquals(
        "x.yaml: not valid YAML: Number of aliases for non-scalar nodes exceeds the specified"
            + " max=50",
        failure(bomb.toString()).getMessage());
  }

  @Test
  void unknownProfile() {
    String text =
        """
        journey: [ { get: http://h/ } ]
        profiles: { load: { users: 1, duration: 1s }, smoke: { users: 1, duration: 1s } }
        """;
    ScenarioException failure =
        assertThrows(
            ScenarioException.class,
            () -> Scenarios.parse("x.yaml", text, ScenarioOptions.NONE.withProfile("somke")));
    assertEquals(
        "x.yaml: there is no profile 'somke', only load, smoke; did you mean 'smoke'?",
        failure.getMessage());
  }

  private static ScenarioException failure(String text) {
    return assertThrows(
        ScenarioException.class, () -> Scenarios.parse("x.yaml", text, ScenarioOptions.NONE));
  }
}
