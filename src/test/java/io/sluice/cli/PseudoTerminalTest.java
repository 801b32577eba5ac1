package io.sluice.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.sluice.storefront.Storefront;
import io.sluice.storefront.StorefrontOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The command line on a terminal of its own, by the program script of util-linux. */
@EnabledOnOs(OS.LINUX)
final class PseudoTerminalTest {
  private static final Path SCRIPT = Path.of("/usr/bin/script");
  private static final int COLUMNS = 100;
  private static final int ROWS = 40;
  private static final String CONTROL_C = "\u0003";

  @TempDir private Path folder;
  private final List<Process> started = new ArrayList<>();

  @AfterEach
  void end() {
    for (Process process : started) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }

  private Process start(Storefront shop, String... more) throws IOException {
    assumeTrue(Files.isExecutable(SCRIPT), "needs " + SCRIPT + " of util-linux");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-XX:TieredStopAtLevel=1",
            "-Dstdout.encoding=UTF-8",
            "-cp",
            System.getProperty("java.class.path"),
            Main.class.getName(),
            "hit",
            shop.baseUri() + "/health",
            "--users=2",
            "--out=" + folder.resolve("run")));
    command.addAll(List.of(more));
    String quoted =
        command.stream()
            .map(word -> "'" + word.replace("'", "'\\''") + "'")
            .collect(Collectors.joining(" "));
    ProcessBuilder builder =
        new ProcessBuilder(
            SCRIPT.toString(),
            "--quiet",
            "--return",
            "--flush",
            "--command",
            "stty cols %d rows %d; exec %s".formatted(COLUMNS, ROWS, quoted),
            folder.resolve("typescript").toString());
    builder.environment().put("TERM", "xterm-256color");
    builder.environment().put("LC_ALL", "C.UTF-8");
    builder.environment().remove("NO_COLOR");
    builder.redirectOutput(ProcessBuilder.Redirect.DISCARD);
    builder.redirectError(ProcessBuilder.Redirect.DISCARD);
    Process process = builder.start();
    started.add(process);
    return process;
  }

  /** What the terminal got, without the lines in which script itself says when. */
  private String written() {
    if (Files.notExists(folder.resolve("typescript"))) {
      return "";
    }
    try {
      String all = Files.readString(folder.resolve("typescript"), StandardCharsets.UTF_8);
      return all.substring(all.indexOf('\n') + 1).replaceFirst("\\nScript done [^\\n]*\\n$", "");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int exitCode(Process process) throws InterruptedException {
    assertTrue(process.waitFor(2, TimeUnit.MINUTES), "it does not end");
    return process.exitValue();
  }

  private static int count(String text, String part) {
    return (text.length() - text.replace(part, "").length()) / part.length();
  }

  @Test
  void theScreenGivesWayToTheSummary() throws Exception {
    try (Storefront shop = Storefront.start(StorefrontOptions.defaults())) {
      Process process = start(shop, "--duration=4s");
      int code = exitCode(process);
      String written = written();

      assertTrue(code == 0 || code == 3 || code == 4, written);
      assertTrue(count(written, "last 5 s") >= 3, written);
      assertTrue(written.contains("objective"), written);
      assertEquals(count(written, "\u001b[?25l"), count(written, "\u001b[?25h"));
      Emulator terminal = new Emulator(COLUMNS, ROWS).write(written);
      String seen = terminal.history() + terminal.shown();
      assertTrue(seen.contains("report: "), seen);
      assertFalse(seen.contains("last 5 s"), seen);
    }
  }

  @Test
  void anInterruptIsToldAboveTheScreen() throws Exception {
    SignalTest.assumeNotIgnored("INT");
    try (Storefront shop = Storefront.start(StorefrontOptions.defaults())) {
      Process process = start(shop, "--duration=10m");
      Poll.until("the screen", () -> count(written(), "last 5 s") >= 3);
      process.getOutputStream().write(CONTROL_C.getBytes(StandardCharsets.US_ASCII));
      process.getOutputStream().flush();

      assertEquals(130, exitCode(process), this::written);
      String written = written();
      assertEquals(count(written, "\u001b[?25l"), count(written, "\u001b[?25h"));
      Emulator terminal = new Emulator(COLUMNS, ROWS).write(written);
      String seen = terminal.history() + terminal.shown();
      assertTrue(seen.contains("Stopping; requests under way may finish."), seen);
      assertTrue(seen.contains("the run was interrupted"), seen);
      assertFalse(seen.contains("last 5 s"), seen);
    }
  }

  @Test
  void oneLineIsEnoughForWhoAsksForIt() throws Exception {
    try (Storefront shop = Storefront.start(StorefrontOptions.defaults())) {
      Process process = start(shop, "--duration=2s", "--plain");
      exitCode(process);
      String written = written();

      assertFalse(written.contains("\u001b[?25l"), written);
      assertTrue(written.contains("\r\u001b[1m0:0"), written);
    }
  }
}
