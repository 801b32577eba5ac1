package io.sluice.cli;

import io.sluice.k6.options.OptionSources;
import io.sluice.k6.output.Outputs;
import io.sluice.k6.run.ScriptSource;
import io.sluice.k6.script.ScriptSettings;
import io.sluice.k6.script.port.Console.Level;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** k6's own flags: which script, and its options from outside. */
final class K6Flags {
  @Parameters(
      paramLabel = "SCRIPT",
      description = "A k6 script, JavaScript or TypeScript; - reads it from standard input.")
  private String script = "";

  @Option(
      names = {"-e", "--env"},
      paramLabel = "KEY=VALUE",
      description = "A variable of the script's __ENV. May be repeated.")
  private List<String> env = List.of();

  @Option(names = "--no-thresholds", description = "Pass over the thresholds.")
  private boolean noThresholds;

  @Option(
      names = {"-c", "--config"},
      paramLabel = "FILE",
      description = "A JSON file of options.")
  private @Nullable Path config;

  @Option(
      names = "--include-system-env-vars",
      arity = "0..1",
      fallbackValue = "true",
      defaultValue = "true",
      description = "Whether __ENV has the process's environment (default: true).")
  private boolean systemEnvironment = true;

  @Option(
      names = "--allow-remote-imports",
      description = "Fetch modules that a script imports by their URLs.")
  private boolean remoteImports;

  @Mixin private K6LoadFlags load = new K6LoadFlags();
  @Mixin private K6HttpFlags http = new K6HttpFlags();
  @Mixin private K6NetworkFlags network = new K6NetworkFlags();
  @Mixin private K6MetricFlags metrics = new K6MetricFlags();

  /** The script's name as it was given. */
  String script() {
    return script;
  }

  /** A script of which nothing more is said. */
  static ScriptSource plain(Path script, Console console) {
    K6Flags flags = new K6Flags();
    flags.script = script.toString();
    return flags.source(console, new K6Log(console), false);
  }

  /** The script with all that is said of it. */
  ScriptSource source(Console console, K6Log log, boolean sections) {
    boolean stdin = script.equals("-");
    Map<String, String> variables = new HashMap<>();
    if (systemEnvironment) {
      variables.putAll(console.environment());
    }
    variables.putAll(Environment.asMap("--env", env));
    ScriptSettings settings =
        new ScriptSettings(variables, remoteImports, List.of(), Duration.ofSeconds(10));
    return new ScriptSource(
        stdin ? Path.of("stdin.js").toAbsolutePath() : Path.of(script),
        stdin ? standardInput() : null,
        settings,
        new OptionSources(
            config == null ? null : text(config),
            config == null ? "" : config.toString(),
            null,
            console.environment(),
            flags()),
        noThresholds,
        sections,
        new Outputs(Path.of(""), console.out(), console.environment()),
        log::log);
  }

  private static String standardInput() {
    try {
      return Console.standardInput();
    } catch (IOException e) {
      throw new UserMistake("the script cannot be read from standard input: " + e.getMessage());
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UserMistake("--config " + file + ": cannot be read: " + e);
    }
  }

  private Map<String, List<String>> flags() {
    K6Given given = new K6Given();
    load.addTo(given);
    http.addTo(given);
    network.addTo(given);
    metrics.addTo(given);
    return given.flags();
  }

  /** How loud a line must be to be shown. */
  static boolean shown(Level level) {
    return level != Level.DEBUG;
  }
}
