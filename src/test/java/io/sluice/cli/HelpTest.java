package io.sluice.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The command line explains itself. */
final class HelpTest {
  @Test
  void withoutArgumentsItShowsItsUseAndThatNothingWasDone() {
    Invocation ended = Invocation.of();
    assertEquals(2, ended.code());
    assertTrue(ended.out().startsWith("Usage: sluice "), ended.out());
    for (ExitCode code : ExitCode.values()) {
      assertTrue(ended.out().contains("\n  " + code.code() + " "), code.name());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "demo",
        "run",
        "hit",
        "capacity",
        "gate",
        "compare",
        "baseline",
        "report",
        "history",
        "serve",
        "export",
        "storefront",
        "completion"
      })
  void everyCommandHasHelpAndVersion(String command) {
    Invocation help = Invocation.of(command, "--help");
    assertEquals(0, help.code(), help.err());
    assertTrue(help.out().startsWith("Usage: sluice " + command + " "), help.out());
    assertEquals("", help.err());

    Invocation version = Invocation.of(command, "--version");
    assertEquals(0, version.code(), version.err());
    assertEquals(Invocation.of("--version").out(), version.out());
  }

  @Test
  void versionIsTheBuilds() {
    Invocation version = Invocation.of("--version");
    assertEquals(0, version.code());
    assertTrue(
        version.out().matches("sluice \\d+\\.\\d+\\.\\d+\\S* \\(Java 2[5-9]\\S*\\)\n"),
        version.out());
  }

  @ParameterizedTest
  @ValueSource(strings = {"bash", "zsh"})
  @DisabledOnOs(OS.WINDOWS)
  void completionIsAScriptThatBashReads(String shell, @TempDir Path folder) throws Exception {
    Invocation completion = Invocation.of("completion", shell);
    assertEquals(0, completion.code());
    assertTrue(completion.out().contains("--error-rate"), "an option is missing");
    String start = shell.equals("zsh") ? "autoload -U +X bashcompinit && bashcompinit\n" : "#!";
    assertTrue(completion.out().startsWith(start), completion.out());
    Path script = Files.writeString(folder.resolve("completion"), completion.out());

    Process bash = new ProcessBuilder("bash", "-n", script.toString()).inheritIO().start();
    assertEquals(0, bash.waitFor());
  }
}
