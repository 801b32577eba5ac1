package io.sluice.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Runs the shell steps of action.yml in their order, as GitHub's runner does, with a launcher that
 * notes its arguments in place of the real one.
 */
@DisabledOnOs(OS.WINDOWS)
final class ActionTest {
  private static final Path ROOT = Path.of("..");
  private static final String LAUNCHER =
      """
      #!/usr/bin/env bash
      printf '%s\\n' "$@" >> "$ARGUMENTS"
      printf -- '--\\n' >> "$ARGUMENTS"
      printf '%s\\n' "${SLUICE_NOTIFY:-}" > "$ARGUMENTS.notify"
      [ "$1" = run ] || exit 0
      exit "$CODE"
      """;

  @TempDir private Path folder;

  private final Map<String, String> inputs = new HashMap<>();
  private ActionFile action = new ActionFile(Map.of());
  private Path workspace = Path.of("");
  private String log = "";

  @BeforeEach
  void checkOut() throws IOException {
    action = ActionFile.read(ROOT.resolve("action.yml"));
    inputs.putAll(action.defaults());
    inputs.put("scenario", "load/checkout.yaml");
    workspace = Files.createDirectories(folder.resolve("workspace"));
    Files.createDirectories(workspace.resolve("load"));
    Files.writeString(workspace.resolve("load/checkout.yaml"), "name: checkout\n");
    Path checkout = folder.resolve("action");
    Files.createDirectories(checkout.resolve("action"));
    for (String script : List.of("check-inputs", "build", "run")) {
      Files.copy(ROOT.resolve("action").resolve(script), checkout.resolve("action/" + script));
    }
    Files.writeString(checkout.resolve("sluice"), LAUNCHER);
    assertTrue(checkout.resolve("sluice").toFile().setExecutable(true));
    Files.createDirectories(checkout.resolve("src/target"));
    Files.writeString(checkout.resolve("src/target/sluice.jar"), "");
  }

  /** Runs the shell steps until one fails; returns its exit code, or 0. */
  private int run(int launcherCode) throws Exception {
    for (Map<String, Object> step : action.steps()) {
      if (step.containsKey("run")) {
        int code = run(step, launcherCode);
        if (code != 0) {
          return code;
        }
      }
    }
    return 0;
  }

  private int run(Map<String, Object> step, int launcherCode) throws Exception {
    assertEquals("bash", step.get("shell"));
    ProcessBuilder bash =
        new ProcessBuilder(
                "bash",
                "--noprofile",
                "--norc",
                "-eo",
                "pipefail",
                "-c",
                String.valueOf(step.get("run")))
            .directory(workspace.toFile())
            .redirectErrorStream(true);
    bash.environment().put("GITHUB_ACTION_PATH", folder.resolve("action").toString());
    bash.environment().put("GITHUB_OUTPUT", folder.resolve("output").toString());
    bash.environment().put("ARGUMENTS", folder.resolve("arguments").toString());
    bash.environment().put("CODE", Integer.toString(launcherCode));
    ActionFile.map(step.get("env"))
        .forEach(
            (name, value) ->
                bash.environment().put(name, ActionFile.evaluated(value.toString(), inputs)));
    Process process = bash.start();
    log += new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return process.waitFor();
  }

  private List<List<String>> calls() throws IOException {
    List<List<String>> calls = new ArrayList<>(List.of(new ArrayList<>()));
    Path file = folder.resolve("arguments");
    for (String line : Files.exists(file) ? Files.readAllLines(file) : List.<String>of()) {
      if (line.equals("--")) {
        calls.add(new ArrayList<>());
      } else {
        calls.getLast().add(line);
      }
    }
    calls.removeLast();
    return calls;
  }

  @Test
  void itBuildsThenRuns() throws Exception {
    assertEquals(0, run(0), log);
    assertEquals(
        List.of(
            List.of("--version"),
            List.of("run", "load/checkout.yaml", "--out", "sluice-run", "--ci", "github")),
        calls());
    String output = Files.readString(folder.resolve("output"));
    assertTrue(output.matches("fingerprint=[0-9a-f]{32}\nbuild=\\S+/src/target\n"), output);
  }

  @Test
  void noInputIsReadByAShell() throws Exception {
    inputs.put("profile", "$(touch pwned); smoke");
    inputs.put("args", "--slo\np95 < 300ms; `touch pwned` $(touch pwned)\r\n\n--a\nX=\"1 2\" *");
    inputs.put("notify", "https://hooks.example/$(touch pwned)");

    assertEquals(0, run(0), log);

    assertEquals(
        List.of(
            "run",
            "load/checkout.yaml",
            "--out",
            "sluice-run",
            "--ci",
            "github",
            "--profile",
            "$(touch pwned); smoke",
            "--slo",
            "p95 < 300ms; `touch pwned` $(touch pwned)",
            "--a",
            "X=\"1 2\" *"),
        calls().getLast());
    assertFalse(Files.exists(workspace.resolve("pwned")));
    assertEquals("slack:$INPUT_NOTIFY\n", Files.readString(folder.resolve("arguments.notify")));
  }

  @ParameterizedTest
  @CsvSource({
    "0, fail, 0",
    "3, fail, 3",
    "3, warn, 3",
    "4, fail, 4",
    "4, warn, 0",
    "2, warn, 2",
    "1, fail, 1",
    "130, warn, 130",
  })
  void theVerdictIsTheExitCode(int launcher, String inconclusive, int step) throws Exception {
    inputs.put("inconclusive", inconclusive);
    assertEquals(step, run(launcher), log);
    boolean noVerdict = launcher == 1 || launcher == 2;
    assertEquals(noVerdict, log.contains("::error title=Sluice::no verdict (exit code "), log);
    String output = Files.readString(folder.resolve("output"));
    assertEquals(noVerdict, output.contains("exit-code=" + launcher + "\n"), output);
  }

  @ParameterizedTest
  @CsvSource({
    "scenario, '', scenario: expected the name of a file",
    "scenario, absent.yaml, scenario: there is no such file in the workspace",
    "scenario, --help, 'scenario: expected the name of a file, not an option'",
    "scenario, 'load/checkout.yaml\n::warning::x', scenario: expected one line",
    "profile, 'a\n::warning::x', profile: expected one line",
    "profile, --out, 'profile: expected a name, not an option'",
    "out, '', out: expected a folder below the workspace",
    "out, /etc, out: expected a folder below the workspace",
    "out, a/../../b, out: expected a folder below the workspace",
    "out, 'a*', out: expected a folder below the workspace",
    "out, 'a\nb', out: expected a folder below the workspace",
    "inconclusive, maybe, inconclusive: expected fail or warn",
    "artifact, a/b, artifact: expected a name",
    "retention-days, -1, retention-days: expected a number of days",
  })
  void whatCannotBeUsedIsRefusedFirst(String input, String value, String message) throws Exception {
    inputs.put(input, value);
    assertEquals(2, run(0), log);
    assertTrue(log.startsWith("::error title=Sluice::" + message), log);
    assertEquals(1, log.lines().count(), log);
    assertEquals(List.of(), calls());
  }

  @Test
  void stepsAreSafeAndPinned() {
    for (Map<String, Object> step : action.steps()) {
      assertFalse(String.valueOf(step.get("run")).contains("${{"), step::toString);
      if (step.containsKey("uses")) {
        assertTrue(
            String.valueOf(step.get("uses")).matches("actions/[a-z-]+@v\\d+"), step::toString);
      }
    }
    Map<String, Object> keep = action.steps().getLast();
    assertTrue(String.valueOf(keep.get("if")).contains("always()"), keep::toString);
    assertEquals("${{ inputs.out }}", ActionFile.map(keep.get("with")).get("path"));
  }

  /** The workflow of the documentation uses the action as it is. */
  @Test
  void theWorkflowFits() throws IOException {
    Path file = ROOT.resolve("docs/ci/github-actions.yml");
    int uses = 0;
    for (Map<String, Object> step : ActionFile.read(file).jobSteps()) {
      if (String.valueOf(step.get("uses")).startsWith("your-org/sluice@")) {
        uses++;
        ActionFile.map(step.get("with"))
            .keySet()
            .forEach(name -> assertTrue(action.inputs().containsKey(name), name));
      }
    }
    assertEquals(2, uses);
    List<String> read = ActionFile.references(Files.readString(file), "steps.sluice.outputs.");
    assertFalse(read.isEmpty());
    read.forEach(name -> assertTrue(action.outputs().containsKey(name), name));
  }
}
