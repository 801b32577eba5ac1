package io.sluice.reports.ci;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sluice.gate.ObjectiveResult;
import io.sluice.gate.Status;
import io.sluice.model.plan.Objective;
import io.sluice.reports.SampleRun;
import io.sluice.reports.text.Printable;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkflowCommandsTest {
  private static final Pattern COMMAND = Pattern.compile("::(\\w+) title=([^:,]*)::(.*)");

  private record Command(String level, String title, String message) {
    /** As GitHub's runner reads a line. */
    static Command read(String line) {
      Matcher command = COMMAND.matcher(line);
      assertTrue(command.matches(), line);
      return new Command(command.group(1), decoded(command.group(2)), decoded(command.group(3)));
    }

    private static String decoded(String text) {
      return text.replace("%2C", ",")
          .replace("%3A", ":")
          .replace("%0A", "\n")
          .replace("%0D", "\r")
          .replace("%25", "%");
    }
  }

  private static List<Command> commands(JudgedRun run) {
    return WorkflowCommands.of(run).lines().map(Command::read).toList();
  }

  @Test
  void theVerdictAndWhatDoesNotHoldAreAnnotated() {
    List<Command> commands = commands(SampleJudged.golden());

    assertEquals(
        List.of("error", "warning", "warning", "error", "error"),
        commands.stream().map(Command::level).toList());
    assertEquals("Sluice: FAIL (Storefront journey)", commands.getFirst().title());
    assertTrue(
        commands.contains(
            new Command(
                "error",
                "FAIL: p95{endpoint:checkout} < 300ms",
                "the whole interval is above the threshold")));
  }

  @ParameterizedTest
  @CsvSource({"PASS, notice", "FAIL, error", "INCONCLUSIVE, warning"})
  void aVerdictHasItsLevel(Status status, String level) {
    JudgedRun run = SampleJudged.of(status, "100% sure: yes, really.", List.of());
    assertEquals(
        List.of(
            new Command(
                level, "Sluice: " + status + " (Storefront journey)", "100% sure: yes, really.")),
        commands(run));
  }

  @ParameterizedTest
  @CsvSource({"FAIL, warning", "INCONCLUSIVE, notice"})
  void whatOnlyWarnsIsNoError(Status status, String level) {
    ObjectiveResult strict = SampleRun.result("p95 < 1s", 2e9, 1e9, 3e9, 9, status, "why");
    ObjectiveResult warns =
        new ObjectiveResult(
            strict.objective().withSeverity(Objective.Severity.WARN),
            strict.estimate(),
            strict.low(),
            strict.high(),
            strict.samples(),
            strict.effectiveSamples(),
            strict.longEnough(),
            strict.observed(),
            status,
            strict.reason());
    assertEquals(
        new Command(level, status + ": p95 < 1s", "why"),
        commands(SampleJudged.of(Status.PASS, "fine", List.of(warns))).getLast());
  }

  @Test
  void hostileTextIsOneCommandOfOneLine() {
    List<Command> commands = commands(SampleJudged.hostile());
    assertEquals(2, commands.size());
    assertEquals(Printable.line(SampleJudged.HOSTILE), commands.getFirst().message());
    assertEquals(Printable.line(SampleJudged.HOSTILE), commands.getLast().message());
  }

  @ParameterizedTest
  @CsvSource({
    "'100%', 100%25",
    "'%0A', %250A",
    "'a\nb\r\nc', a%0Ab%0D%0Ac",
    "'a:b,c', 'a:b,c'",
  })
  void valuesAreEscaped(String text, String escaped) {
    assertEquals(escaped, WorkflowCommands.value(text));
  }

  @Test
  void propertiesAreEscapedFurther() {
    assertEquals("a%3A%3Ab%2C %25", WorkflowCommands.property("a::b, %"));
  }

  @Test
  void noMoreThanGithubShows() {
    List<ObjectiveResult> many =
        IntStream.range(1, 40)
            .mapToObj(
                i -> SampleRun.result("p95 < " + i + "ms", 2e9, 1e9, 3e9, 9, Status.FAIL, "w"))
            .toList();
    assertEquals(10, commands(SampleJudged.of(Status.FAIL, "no", many)).size());
  }
}
