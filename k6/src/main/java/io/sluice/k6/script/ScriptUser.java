package io.sluice.k6.script;

import io.sluice.k6.metrics.TagSet;
import io.sluice.k6.script.api.EventPump;
import io.sluice.k6.script.api.Stage;
import io.sluice.k6.script.api.UserState;
import io.sluice.k6.script.port.UserPorts;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Source;
import org.graalvm.polyglot.Value;
import org.jspecify.annotations.Nullable;

/**
 * One virtual user's own run of a script: its globals, its modules, its cookies.
 *
 * <p>1. One thread at a time calls it. 2. Only {@link #interrupt()} may be called by others.
 */
public final class ScriptUser implements AutoCloseable {
  private static final String MODULE = "application/javascript+module";

  private final ScriptProgram program;
  private final UserState user;
  private final EventPump pump;
  private final ScriptHost host;
  private final Context context;
  private final Environment environment;
  private final Prelude prelude;
  private final Value exports;
  private final Map<String, Value> functions = new HashMap<>(4);
  private @Nullable String dataJson;
  private @Nullable Value data;

  ScriptUser(ScriptProgram program, UserState user, long number) throws ScriptError {
    this.program = program;
    this.user = user;
    pump = new EventPump(user);
    host = new ScriptHost(user, pump, program.shared(), this::require);
    environment = new Environment(program.settings().env());
    context = ScriptContexts.create(program);
    program.watchdog().add(user, context);
    user.busy(true);
    try {
      prelude =
          new Prelude(context.eval(ScriptContexts.PRELUDE).execute(host, environment, number));
      user.thrower(prelude.thrower);
      exports = require(program.script().toString());
      pump.drain();
    } catch (RuntimeException e) {
      close();
      throw program.failures().ofInit(e);
    } finally {
      user.busy(false);
    }
  }

  private Value require(String specifier) {
    String code =
        "import * as ns from " + prelude.quote.execute(specifier).asString() + ";export{ns}";
    return context
        .eval(Source.newBuilder("js", code, "require").mimeType(MODULE).buildLiteral())
        .getMember("ns");
  }

  void connect(UserPorts ports, Stage stage) {
    user.connect(ports, stage);
  }

  /**
   * What all samples of the user are tagged with from now on, and what its environment has in
   * addition.
   *
   * @param tags the run's and the scenario's, among them {@code scenario}
   */
  public void activate(TagSet tags, Map<String, String> env) {
    user.root(tags);
    environment.scenario(env);
  }

  /** The tags in force, for samples that the run takes of the user: its iterations. */
  public TagSet tags() {
    return user.tags();
  }

  /** Whether the script exports a function. */
  public boolean has(String name) {
    return function(name) != null;
  }

  /**
   * Runs one iteration.
   *
   * @param exec the exported function
   * @param setupJson what {@link #setup} gave
   * @param iteration what the script sees as {@code __ITER}, from 0
   * @throws ScriptError if it threw or was stopped
   */
  public void call(String exec, @Nullable String setupJson, long iteration) throws ScriptError {
    Value function = function(exec);
    if (function == null) {
      throw new ScriptError(
          ScriptError.Kind.EXCEPTION, "function '" + exec + "' not found in exports", List.of());
    }
    user.enter(Stage.ITERATION);
    host.newIteration();
    run(() -> prelude.run.execute(function, parsed(setupJson), iteration));
  }

  /** Runs {@code setup}; gives what it returned as JSON, null for undefined. */
  public @Nullable String setup() throws ScriptError {
    user.resume();
    user.enter(Stage.SETUP);
    Value function = function("setup");
    if (function == null) {
      return null;
    }
    Value result = run(() -> prelude.runForValue.execute(function, prelude.undefined));
    return result == null ? null : text(prelude.toJson.execute(result));
  }

  /** Runs {@code teardown} with what {@link #setup} gave. */
  public void teardown(@Nullable String setupJson) throws ScriptError {
    user.resume();
    user.enter(Stage.TEARDOWN);
    Value function = function("teardown");
    if (function != null) {
      run(() -> prelude.run.execute(function, parsed(setupJson), 0));
    }
  }

  /**
   * Runs {@code handleSummary}.
   *
   * @return contents by target ({@code stdout}, {@code stderr} or a path), or null if it returned
   *     nothing
   */
  public @Nullable Map<String, byte[]> handleSummary(String summaryJson) throws ScriptError {
    user.resume();
    user.enter(Stage.SUMMARY);
    Value function = function("handleSummary");
    if (function == null) {
      return null;
    }
    Value result = run(() -> prelude.runSummary.execute(function, summaryJson));
    if (result == null || result.isNull()) {
      return null;
    }
    var contents = new LinkedHashMap<String, byte[]>();
    for (String target : result.getMemberKeys()) {
      contents.put(target, bytes(result.getMember(target)));
    }
    return contents;
  }

  private static byte[] bytes(Value content) {
    if (!content.hasBufferElements()) {
      return content.asString().getBytes(StandardCharsets.UTF_8);
    }
    var bytes = new byte[(int) content.getBufferSize()];
    content.readBuffer(0, bytes, 0, bytes.length);
    return bytes;
  }

  @Nullable String options() {
    Value json = prelude.optionsJson.execute(exports);
    return text(json);
  }

  Set<String> functions() {
    var names = new LinkedHashSet<String>();
    for (String name : prelude.functionNames.execute(exports).as(String[].class)) {
      names.add(name);
    }
    return names;
  }

  private @Nullable Value function(String name) {
    Value known = functions.get(name);
    if (known == null) {
      known = prelude.exported.execute(exports, name);
      if (!known.canExecute()) {
        return null;
      }
      functions.put(name, known);
    }
    return known;
  }

  private Object parsed(@Nullable String json) {
    if (json == null) {
      return prelude.undefined;
    }
    Value known = data;
    if (known == null || !json.equals(dataJson)) {
      known = prelude.parse.execute(json);
      data = known;
      dataJson = json;
    }
    return known;
  }

  private static @Nullable String text(@Nullable Value value) {
    return value == null || value.isNull() ? null : value.asString();
  }

  /** Runs a call and all that it leaves to be done; its value, or what its promise came to. */
  private @Nullable Value run(Supplier<Value> call) throws ScriptError {
    user.busy(true);
    context.enter();
    try {
      Value result = call.get();
      pump.drain();
      return result.isNull() ? null : prelude.settled.execute();
    } catch (RuntimeException e) {
      pump.clear();
      throw program.failures().of(e);
    } finally {
      context.leave();
      user.busy(false);
    }
  }

  /** Ends what the script does at its next call that waits, and every later one. */
  public void interrupt() {
    user.stop();
  }

  /**
   * Takes an interruption back, so that the user can be used again; setup, teardown and summary do
   * so themselves.
   */
  public void resume() {
    user.resume();
  }

  @Override
  public void close() {
    program.watchdog().remove(user);
    context.close(true);
  }
}
