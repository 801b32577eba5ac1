package io.sluice.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A mistake ends a search before any load: exit code 2, one sentence, no folder. */
final class CapacityBadInputTest {
  private static final String SCENARIO =
      """
      journey: [ { get: "http://127.0.0.1:1/", name: home } ]
      profiles: { p: { users: 1, warmup: 1s, duration: 1s } }
      """;

  @TempDir private Path folder;

  private Invocation search(String... more) throws Exception {
    Path file = Files.writeString(folder.resolve("x.yaml"), SCENARIO);
    return Invocation.of(
        Argv.of(more, "capacity", file.toString(), "--out=" + folder.resolve("out")));
  }

  static Stream<Arguments> mistakes() {
    return Stream.of(
        arguments("--start=fast", "--start: expected a rate such as 200/s or 1000/min, was 'fast'"),
        arguments("--start=0/s", "the start rate must be > 0, was 0.0/s"),
        arguments(
            "--max=10/s", "the highest rate must be at least the start rate of 50/s, was 10/s"),
        arguments("--at-least=5", "--at-least: expected a rate such as 200/s or 1000/min, was '5'"),
        arguments("--tolerance=0%", "the tolerance must be 1% to 50%, was 0%"),
        arguments(
            "--tolerance=120%",
            "--tolerance: expected a share of 0% to 100% such as 5% or 0.05, was '120%'"),
        arguments("--probe=0s", "a probe must last > 0, was 0ns"),
        arguments(
            "--longest=1s", "the longest probe must last at least the 30s of a probe, was 1s"),
        arguments(
            "--settle=soon",
            "--settle: expected a duration such as 500ms, 30s or 1h30m, was 'soon'"),
        arguments(
            "--confidence=20%",
            "--confidence: confidence must be at least 50% and below 100%, was 0.2"),
        arguments(
            "--slo=throughput > 5/s",
            "capacity needs an objective that a rate can be too high for, such as --slo 'p95 <"
                + " 500ms'; throughput > 5/s is a floor on the rate itself"),
        arguments(
            "--slo=p95{request:hom} < 1s",
            "--slo: no request matches 'p95{request:hom} < 1s': request is one of home; did you"
                + " mean 'home'?"),
        arguments("--prob=3s", "unknown option '--prob'; did you mean '--probe'?"));
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void isToldInOneSentence(String argument, String sentence) throws Exception {
    Invocation ended = search(argument);

    assertEquals("sluice: " + sentence, ended.err().lines().findFirst().orElse(""));
    assertEquals(2, ended.code());
    assertEquals("", ended.out());
    assertFalse(Files.exists(folder.resolve("out")));
  }

  @Test
  void aWindowOfTheProfileIsNotOneOfAProbe() throws Exception {
    Invocation ended = search("--slo=p95{window:warmup} < 1s");

    assertEquals(2, ended.code());
    assertEquals(
        "sluice: in a capacity probe no request matches 'p95{window:warmup} < 1s': window is one of"
            + " settle, up to 30s, up to 1m, up to 2m, up to 4m, drain\n",
        ended.err());
  }

  @Test
  void aTargetThatIsNotThereLeavesNoFolder() throws Exception {
    Invocation ended = search();

    assertEquals(2, ended.code(), ended.err());
    assertFalse(Files.exists(folder.resolve("out")));
  }

  @Test
  void aScenarioIsNeeded() {
    Invocation ended = Invocation.of("capacity");

    assertEquals(2, ended.code());
    assertEquals(
        "sluice: Missing required parameter: 'SCENARIO'",
        ended.err().lines().findFirst().orElse(""));
  }
}
