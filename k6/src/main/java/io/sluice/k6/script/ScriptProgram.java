package io.sluice.k6.script;

import io.sluice.k6.script.api.SharedFiles;
import io.sluice.k6.script.api.Stage;
import io.sluice.k6.script.api.UserState;
import io.sluice.k6.script.module.ModuleProblem;
import io.sluice.k6.script.module.ScriptFiles;
import io.sluice.k6.script.port.Console;
import io.sluice.k6.script.port.Samples;
import io.sluice.k6.script.port.UserPorts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.graalvm.polyglot.Engine;
import org.jspecify.annotations.Nullable;

/**
 * A script that was loaded once: what it exports, what it wants, and a new user of it for the
 * asking.
 *
 * <p>1. Users may be made on any thread, several at once. 2. Everything that they share is made in
 * the first init pass, which {@link #load} runs. 3. Closing it ends all its users.
 */
public final class ScriptProgram implements AutoCloseable {
  private final Engine engine;
  private final ScriptFiles files;
  private final Path script;
  private final ScriptSettings settings;
  private final SharedFiles shared;
  private final Failures failures;
  private final Watchdog watchdog;
  private final ScriptUser first;

  private ScriptProgram(
      Path script, ScriptSettings settings, String text, Console console, Samples samples)
      throws ScriptError {
    this.script = script;
    this.settings = settings;
    Path folder = script.resolveSibling("");
    files = new ScriptFiles(folder, settings.remoteImports());
    try {
      files.put(script, text);
    } catch (ModuleProblem e) {
      throw new ScriptError(ScriptError.Kind.SYNTAX, String.valueOf(e.getMessage()), List.of());
    }
    failures = new Failures(files, script.toString(), settings.endlessAfter());
    shared = new SharedFiles(folder, settings.openRoots());
    engine = Engine.newBuilder("js").option("engine.WarnInterpreterOnly", "false").build();
    watchdog = new Watchdog(settings.endlessAfter());
    try {
      first = new ScriptUser(this, new UserState(console, samples), 0);
    } catch (ScriptError e) {
      close();
      throw e;
    }
    shared.seal();
  }

  /**
   * Loads a script and runs its init stage once.
   *
   * @param script the file; {@code .ts} is TypeScript
   * @param samples is told which metrics the script defines
   * @throws ScriptError if the file cannot be read, is no program, or threw
   */
  public static ScriptProgram load(
      Path script, ScriptSettings settings, Console console, Samples samples) throws ScriptError {
    String text;
    try {
      text = Files.readString(script);
    } catch (IOException e) {
      throw new ScriptError(
          ScriptError.Kind.MODULE, "cannot read the script " + script + ": " + e, List.of());
    }
    return load(script, text, settings, console, samples);
  }

  /**
   * Loads a script whose text is given, such as from standard input.
   *
   * @param script what it is called, and where its relative imports start
   */
  public static ScriptProgram load(
      Path script, String text, ScriptSettings settings, Console console, Samples samples)
      throws ScriptError {
    return new ScriptProgram(script.toAbsolutePath().normalize(), settings, text, console, samples);
  }

  /** The exported {@code options} as JSON, or null if there are none. */
  public @Nullable String options() {
    return first.options();
  }

  /** The names of the exported functions. */
  public Set<String> functions() {
    return first.functions();
  }

  /**
   * The user of the first init pass, for {@code setup}, {@code teardown} and {@code handleSummary};
   * always the same one.
   */
  public ScriptUser coordinator(UserPorts ports) {
    first.connect(ports, Stage.SETUP);
    return first;
  }

  /**
   * A new user, whose init stage has run.
   *
   * @param number what it sees as {@code __VU}, from 1
   * @throws ScriptError if its init stage threw
   */
  public ScriptUser user(UserPorts ports, long number) throws ScriptError {
    var user = new ScriptUser(this, new UserState(ports.console(), ports.samples()), number);
    user.connect(ports, Stage.ITERATION);
    return user;
  }

  Engine engine() {
    return engine;
  }

  ScriptFiles files() {
    return files;
  }

  Path script() {
    return script;
  }

  ScriptSettings settings() {
    return settings;
  }

  SharedFiles shared() {
    return shared;
  }

  Failures failures() {
    return failures;
  }

  Watchdog watchdog() {
    return watchdog;
  }

  @Override
  public void close() {
    watchdog.close();
    engine.close(true);
    shared.close();
  }
}
