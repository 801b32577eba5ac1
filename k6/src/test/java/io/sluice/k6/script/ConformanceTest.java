package io.sluice.k6.script;

import io.sluice.k6.metrics.TagSet;
import io.sluice.k6.script.port.Console;
import io.sluice.k6.script.port.HttpSettings;
import io.sluice.k6.script.port.UserPorts;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The conformance scripts by a user without a network. */
class ConformanceTest {
  @TestFactory
  Stream<DynamicTest> scripts() throws IOException {
    return Conformance.tests(said -> Claims.hold(said, run(said), Claims.Way.FAKE));
  }

  private static Ran run(Conformance said) {
    Ran ran = new Ran();
    FakeUser user = new FakeUser();
    Console console = ran::log;
    ScriptSettings settings = ScriptSettings.DEFAULTS.withEnv(Sites.FAKE.environment(said));
    try (var program = ScriptProgram.load(said.file(), settings, console, ran.samples)) {
      UserPorts ports = user.ports(ran.samples, console, settings(said));
      var coordinator = program.coordinator(ports);
      String data = coordinator.setup();
      try (var script = program.user(ports, 1)) {
        script.activate(TagSet.of(Map.of("scenario", "default")), Map.of());
        for (int i = 0; i < said.iterations(); i++) {
          ran.error = call(script, data, i);
        }
      }
      coordinator.teardown(data);
      coordinator.close();
    } catch (ScriptError e) {
      ran.initError = e.text();
    }
    ran.marks.addAll(user.marks);
    ran.hops = user.hops.size();
    ran.slept = user.slept;
    return ran;
  }

  private static String call(ScriptUser script, @Nullable String data, int iteration) {
    try {
      script.call("default", data, iteration);
      return "";
    } catch (ScriptError e) {
      return e.text();
    }
  }

  private static HttpSettings settings(Conformance said) {
    List<String> on = said.all("option");
    HttpSettings d = HttpSettings.DEFAULTS;
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
}
