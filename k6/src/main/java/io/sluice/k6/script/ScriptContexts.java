package io.sluice.k6.script;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.EnvironmentAccess;
import org.graalvm.polyglot.HostAccess;
import org.graalvm.polyglot.PolyglotAccess;
import org.graalvm.polyglot.Source;
import org.graalvm.polyglot.io.IOAccess;

/**
 * How the context of a user is set up: what JavaScript it speaks, and that it reaches nothing but
 * its modules.
 */
final class ScriptContexts {
  private static final HostAccess ACCESS =
      HostAccess.newBuilder(HostAccess.EXPLICIT).allowBufferAccess(true).build();

  /** What a script does not need is left out: every global costs memory in every user. */
  private static final Map<String, String> OPTIONS =
      Map.ofEntries(
          Map.entry("js.esm-eval-returns-exports", "true"),
          Map.entry("js.text-encoding", "true"),
          Map.entry("js.unhandled-rejections", "throw"),
          Map.entry("js.top-level-await", "true"),
          Map.entry("js.console", "false"),
          Map.entry("js.print", "false"),
          Map.entry("js.load", "false"),
          Map.entry("js.graal-builtin", "false"),
          Map.entry("js.polyglot-builtin", "false"),
          Map.entry("js.java-package-globals", "false"),
          Map.entry("js.intl-402", "false"),
          Map.entry("js.lazy-translation", "true"),
          Map.entry("js.string-length-limit", "268435456"));

  static final Source PRELUDE = prelude();

  private ScriptContexts() {}

  static Context create(ScriptProgram program) {
    return Context.newBuilder("js")
        .engine(program.engine())
        .allowExperimentalOptions(true)
        .options(OPTIONS)
        .allowHostAccess(ACCESS)
        .allowPolyglotAccess(PolyglotAccess.NONE)
        .allowEnvironmentAccess(EnvironmentAccess.NONE)
        .allowIO(IOAccess.newBuilder().fileSystem(program.files()).build())
        .build();
  }

  private static Source prelude() {
    try (InputStream in =
        ScriptContexts.class.getResourceAsStream("/io/sluice/k6/modules/prelude.js")) {
      if (in == null) {
        throw new IllegalStateException("no prelude");
      }
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return Source.newBuilder("js", text, "prelude.js").buildLiteral();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
