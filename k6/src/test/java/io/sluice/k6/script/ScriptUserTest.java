package io.sluice.k6.script;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sluice.k6.metrics.TagSet;
import io.sluice.k6.script.ScriptError.Kind;
import io.sluice.k6.script.port.HttpSettings;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ScriptUserTest {
  private final FakeSamples samples = new FakeSamples();
  private final FakeUser fake = new FakeUser();
  private final List<String> lines = new ArrayList<>();
  private @Nullable ScriptProgram program;

  @AfterEach
  void close() {
    if (program != null) {
      program.close();
    }
  }

  private ScriptProgram load(String text) throws ScriptError {
    return load(text, ScriptSettings.DEFAULTS);
  }

  private ScriptProgram load(String text, ScriptSettings settings) throws ScriptError {
    var loaded =
        ScriptProgram.load(
            Path.of("/somewhere/script.js"),
            text,
            settings,
            (level, line, source) -> lines.add(line),
            samples);
    program = loaded;
    return loaded;
  }

  private ScriptUser user(ScriptProgram of) throws ScriptError {
    return of.user(
        fake.ports(samples, (level, line, source) -> lines.add(line), HttpSettings.DEFAULTS), 1);
  }

  @Test
  void optionsAreJson() throws ScriptError {
    var loaded =
        load(
            "export const options = { vus: 2, stages: [{ duration: '1s', target: 3 }] }; export default () => {};");
    assertEquals("{\"vus\":2,\"stages\":[{\"duration\":\"1s\",\"target\":3}]}", loaded.options());
  }

  @Test
  void noOptionsAreNull() throws ScriptError {
    assertNull(load("export default () => {};").options());
  }

  @Test
  void functionsAreNamed() throws ScriptError {
    assertEquals(
        Set.of("default", "setup", "other"),
        load("export const x = 1; export function setup() {} export const other = () => {}; export default () => {};")
            .functions());
  }

  @Test
  void anotherFunctionCanBeCalled() throws ScriptError {
    try (var user = user(load("export function other(data) { console.log(data.n, __ITER); }"))) {
      assertTrue(user.has("other"));
      user.call("other", "{\"n\":5}", 9);
    }
    assertEquals(List.of("5 9"), lines);
  }

  @Test
  void unknownFunctionIsSaid() throws ScriptError {
    try (var user = user(load("export default () => {};"))) {
      var error = assertThrows(ScriptError.class, () -> user.call("nope", null, 0));
      assertEquals("function 'nope' not found in exports", error.getMessage());
    }
  }

  @Test
  void scenarioEnvironmentComesOnTop() throws ScriptError {
    var settings = ScriptSettings.DEFAULTS.withEnv(Map.of("A", "run", "B", "run"));
    try (var user = user(load("export default () => console.log(__ENV.A, __ENV.B);", settings))) {
      user.activate(TagSet.root(), Map.of("A", "scenario"));
      user.call("default", null, 0);
    }
    assertEquals(List.of("scenario run"), lines);
  }

  @Test
  void summaryIsWrittenByTarget() throws ScriptError {
    var loaded =
        load(
            "export default () => {}; export const handleSummary = (data) => ({ stdout: `n=${data.n}`, 'a.bin': new Uint8Array([1, 2]).buffer });");
    var coordinator =
        loaded.coordinator(fake.ports(samples, (level, line, source) -> {}, HttpSettings.DEFAULTS));
    var contents = coordinator.handleSummary("{\"n\":3}");
    assertNotNull(contents);
    assertEquals(
        "n=3", new String(contents.getOrDefault("stdout", new byte[0]), StandardCharsets.UTF_8));
    assertEquals(2, contents.getOrDefault("a.bin", new byte[0]).length);
  }

  @Test
  void summaryMayReturnNothing() throws ScriptError {
    var loaded = load("export default () => {}; export function handleSummary() {}");
    assertNull(
        loaded
            .coordinator(fake.ports(samples, (level, line, source) -> {}, HttpSettings.DEFAULTS))
            .handleSummary("{}"));
  }

  @Test
  void endlessLoopIsStoppedAndPlaced() throws ScriptError {
    var settings = new ScriptSettings(Map.of(), false, List.of(), Duration.ofMillis(300));
    try (var user =
        user(
            load(
                "export default () => {\n  if (__ITER === 0) while (true) {}\n  console.log('well');\n};",
                settings))) {
      var error = assertThrows(ScriptError.class, () -> user.call("default", null, 0));
      assertEquals(Kind.ENDLESS, error.kind());
      assertTrue(
          String.valueOf(error.getMessage()).contains("0.3 s without any call that waits"),
          error.text());
      assertTrue(error.text().contains("script.js:2:"), error.text());
      user.call("default", null, 1);
    }
    assertEquals(List.of("well"), lines);
  }

  @Test
  void endlessLoopOnVirtualThreadIsStopped() throws Exception {
    var settings = new ScriptSettings(Map.of(), false, List.of(), Duration.ofMillis(300));
    var loaded = load("export default () => { let n = 0; while (true) n++; };", settings);
    List<Kind> kinds = new ArrayList<>();
    Thread.ofVirtual()
        .start(
            () -> {
              try (var user = user(loaded)) {
                user.call("default", null, 0);
              } catch (ScriptError e) {
                kinds.add(e.kind());
              }
            })
        .join(Duration.ofSeconds(20));
    assertEquals(List.of(Kind.ENDLESS), kinds);
  }

  @Test
  void interruptedUserCanBeUsedAgain() throws ScriptError {
    try (var user =
        user(
            load(
                "import { sleep } from 'k6'; export default () => { sleep(1); console.log('slept'); };"))) {
      user.interrupt();
      assertThrows(ScriptError.class, () -> user.call("default", null, 0));
      user.resume();
      user.call("default", null, 1);
    }
    assertEquals(List.of("slept"), lines);
  }

  @Test
  void endlessLoopInInitIsStopped() {
    var settings = new ScriptSettings(Map.of(), false, List.of(), Duration.ofMillis(300));
    var error = assertThrows(ScriptError.class, () -> load("for (;;) {}", settings));
    assertEquals(Kind.ENDLESS, error.kind());
  }

  @Test
  void hugeStringIsRefused() throws ScriptError {
    try (var user = user(load("export default () => { let s = 'x'; for (;;) s += s; };"))) {
      var error = assertThrows(ScriptError.class, () -> user.call("default", null, 0));
      assertTrue(error.text().startsWith("RangeError: Invalid string length"), error.text());
    }
  }

  @Test
  void interruptedUserCannotGoOn() throws ScriptError {
    try (var user =
        user(
            load(
                "import { sleep } from 'k6'; export default () => { for (;;) { try { sleep(1); } catch (e) { if (__ITER++ > 5) throw e; } } };"))) {
      user.interrupt();
      var error = assertThrows(ScriptError.class, () -> user.call("default", null, 0));
      assertEquals(Kind.INTERRUPTED, error.kind());
    }
  }

  @Test
  void remoteImportNamesTheSwitch() {
    var error =
        assertThrows(ScriptError.class, () -> load("import x from 'https://example.test/x.js';"));
    assertEquals(Kind.MODULE, error.kind());
    assertEquals(
        "file:///somewhere/script.js:1:15: importing \"https://example.test/x.js\" needs the network: save the file and"
            + " import it by its path, or run with --allow-remote-imports",
        error.getMessage());
  }

  @Test
  void syntaxErrorIsPlaced() {
    var error =
        assertThrows(ScriptError.class, () -> load("export default () => {\n  let x = = 1;\n};"));
    assertEquals(Kind.SYNTAX, error.kind());
    assertTrue(
        String.valueOf(error.getMessage())
            .startsWith("SyntaxError: file:///somewhere/script.js:2:11: "),
        error.text());
  }

  @Test
  void stackHasOnlyTheScriptsOwnFrames() throws ScriptError {
    try (var user =
        user(
            load(
                "import { group } from 'k6';\nfunction inner() { throw new Error('x'); }\nexport default () => group('g', inner);"))) {
      var error = assertThrows(ScriptError.class, () -> user.call("default", null, 0));
      assertEquals(
          "Error: x\n\tat inner (file:///somewhere/script.js:2:26(53))\n\tat default (file:///somewhere/script.js:3:22(92))\n",
          error.text());
    }
  }

  @Test
  void sameTagsAreTheSameObjectAgain() throws ScriptError {
    try (var user =
        user(
            load(
                "import http from 'k6/http'; export default () => { http.get('http://shop.test/text', { tags: { a: 'b' }, headers: { c: 'd' } }); };"))) {
      user.activate(TagSet.of(Map.of("scenario", "s")), Map.of());
      user.call("default", null, 0);
      user.call("default", null, 1);
    }
    assertSame(fake.hops.get(0).tags(), fake.hops.get(1).tags());
    assertSame(fake.hops.get(0).headers(), fake.hops.get(1).headers());
    assertSame(fake.hops.get(0).target(), fake.hops.get(1).target());
  }

  @Test
  void batchKeepsToItsLimit() throws ScriptError {
    try (var user =
        user(
            load(
                "import http from 'k6/http'; export default () => { http.batch(Array.from({ length: 30 }, (_, i) => `http://shop.test/echo?${i}`)); };"))) {
      user.call("default", null, 0);
    }
    assertEquals(6, fake.mostUnderWay);
    assertEquals(30, fake.hops.size());
  }
}
