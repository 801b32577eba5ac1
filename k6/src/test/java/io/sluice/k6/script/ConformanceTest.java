package io.sluice.k6.script;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sluice.k6.metrics.TagSet;
import io.sluice.k6.script.port.HttpSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.function.Executable;

class ConformanceTest {
  private static final Path FOLDER = Path.of("src/test/resources/conformance");
  private static final Pattern SELECTOR = Pattern.compile("(\\w+)(?:\\{(.*)\\})? (\\S+)");
  private static final Set<String> KNOWN =
      Set.of(
          "covers",
          "run",
          "env",
          "option",
          "console",
          "check",
          "sample",
          "value",
          "hops",
          "slept",
          "error",
          "error-at",
          "init-error",
          "mark");

  @TestFactory
  Stream<DynamicTest> scripts() throws IOException {
    try (var files = Files.list(FOLDER)) {
      return files
          .filter(file -> file.toString().matches(".*\\.[jt]s"))
          .sorted()
          .map(file -> DynamicTest.dynamicTest(String.valueOf(file.getFileName()), () -> run(file)))
          .toList()
          .stream();
    }
  }

  private static void run(Path file) throws Exception {
    var said = Conformance.read(file);
    assertTrue(said.has("covers"), "says what it covers");
    assertTrue(
        KNOWN.containsAll(said.statements().keySet()), said.statements().keySet().toString());
    var samples = new FakeSamples();
    List<String> lines = new ArrayList<>();
    var user = new FakeUser();
    Map<String, String> env = new HashMap<>(Map.of("BASE_URL", "http://shop.test"));
    said.all("env").forEach(pair -> env.put(pair.split("=", 2)[0], pair.split("=", 2)[1]));
    var console =
        (io.sluice.k6.script.port.Console)
            (level, message, source) ->
                lines.add(level + (source.isEmpty() ? " (runner) " : " ") + message);
    @Nullable ScriptError error = null;
    try (var program =
        ScriptProgram.load(file, ScriptSettings.DEFAULTS.withEnv(env), console, samples)) {
      var ports = user.ports(samples, console, settings(said));
      String data;
      var coordinator = program.coordinator(ports);
      data = coordinator.setup();
      try (var script = program.user(ports, 1)) {
        script.activate(TagSet.of(Map.of("scenario", "default")), Map.of());
        for (int i = 0;
            i < Integer.parseInt(said.one("run", "1 iteration").split(" ", 2)[0]);
            i++) {
          try {
            error = null;
            script.call("default", data, i);
          } catch (ScriptError e) {
            error = e;
          }
        }
      }
      coordinator.teardown(data);
      coordinator.close();
    } catch (ScriptError e) {
      String expected = said.one("init-error", "");
      assertTrue(!expected.isEmpty() && e.text().contains(expected), () -> e.text());
      return;
    }
    assertNull(said.statements().get("init-error"), "its init stage should have failed");
    compare(said, samples, lines, user, error);
  }

  private static HttpSettings settings(Conformance said) {
    var on = said.all("option");
    var d = HttpSettings.DEFAULTS;
    return new HttpSettings(
        d.userAgent(),
        d.maxRedirects(),
        d.batch(),
        d.batchPerHost(),
        on.contains("throw"),
        on.contains("noCookiesReset"),
        on.contains("discardResponseBodies"),
        d.systemTags());
  }

  private static void compare(
      Conformance said,
      FakeSamples samples,
      List<String> lines,
      FakeUser user,
      @Nullable ScriptError error) {
    List<Executable> claims = new ArrayList<>();
    if (said.has("error")) {
      claims.add(() -> assertTrue(text(error).startsWith(said.one("error", "")), text(error)));
    } else {
      claims.add(() -> assertNull(error, () -> text(error)));
    }
    if (said.has("error-at")) {
      claims.add(
          () ->
              assertTrue(
                  text(error)
                      .lines()
                      .skip(1)
                      .findFirst()
                      .orElse("")
                      .contains(said.one("error-at", "") + "("),
                  text(error)));
    }
    claims.add(
        () -> assertEquals(String.join("\n", said.all("console")), String.join("\n", lines)));
    if (said.has("check")) {
      List<String> counted = new ArrayList<>();
      samples.checks.forEach(
          (name, counts) -> counted.add(name + " " + counts[0] + "/" + counts[1]));
      claims.add(
          () -> assertEquals(String.join("\n", said.all("check")), String.join("\n", counted)));
    } else {
      samples.checks.forEach(
          (name, counts) -> claims.add(() -> assertEquals(0, counts[1], "failed: " + name)));
    }
    said.all("sample").forEach(claim -> claims.add(() -> sum(claim, samples, true)));
    said.all("value").forEach(claim -> claims.add(() -> sum(claim, samples, false)));
    said.all("hops")
        .forEach(
            claim ->
                claims.add(() -> assertEquals(Integer.parseInt(claim), user.hops.size(), "hops")));
    said.all("slept")
        .forEach(
            claim ->
                claims.add(
                    () -> assertEquals(Double.parseDouble(claim), user.slept, 1e-9, "slept")));
    claims.add(
        () -> assertEquals(String.join("\n", said.all("mark")), String.join("\n", user.marks)));
    assertAll(said.name(), claims);
  }

  private static String text(@Nullable ScriptError error) {
    return error == null ? "no error" : error.text();
  }

  private static void sum(String claim, FakeSamples samples, boolean counts) {
    var parts = SELECTOR.matcher(claim);
    assertTrue(parts.matches(), claim);
    double found = 0;
    for (var sample : samples.all) {
      if (sample.metric().equals(parts.group(1)) && matches(sample.tags(), parts.group(2))) {
        found += counts ? 1 : sample.value();
      }
    }
    assertEquals(
        Double.parseDouble(parts.group(3)), found, 1e-6, () -> claim + " in " + samples.all);
  }

  private static boolean matches(Map<String, String> tags, String selector) {
    if (selector == null) {
      return true;
    }
    for (String pair : selector.split(", ", -1)) {
      String[] wanted = pair.split(":", 2);
      String value = tags.get(wanted[0]);
      if (wanted[1].equals("-") ? value != null : !wanted[1].equals(value)) {
        return false;
      }
    }
    return true;
  }
}
