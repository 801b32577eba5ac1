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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
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

  @Option(
      names = {"-u", "--vus"},
      paramLabel = "N",
      description = "Number of virtual users.")
  private @Nullable String vus;

  @Option(
      names = {"-d", "--duration"},
      paramLabel = "TIME",
      description = "How long the test lasts, such as 30s.")
  private @Nullable String duration;

  @Option(
      names = {"-i", "--iterations"},
      paramLabel = "N",
      description = "Iterations of all users together.")
  private @Nullable String iterations;

  @Option(
      names = {"-s", "--stage"},
      paramLabel = "TIME:N",
      description = "A stage of a ramp, such as 1m:100. May be repeated.")
  private List<String> stages = List.of();

  @Option(names = "--rps", paramLabel = "N", description = "Most requests per second.")
  private @Nullable String rps;

  @Option(
      names = {"-o", "--out"},
      paramLabel = "KIND=FILE",
      description = "Where samples go: json=FILE or csv=FILE. May be repeated.")
  private List<String> outputs = List.of();

  @Option(
      names = "--tag",
      paramLabel = "NAME=VALUE",
      description = "A tag of all samples. May be repeated.")
  private List<String> tags = List.of();

  @Option(names = "--no-setup", description = "Leave setup() out.")
  private boolean noSetup;

  @Option(names = "--no-teardown", description = "Leave teardown() out.")
  private boolean noTeardown;

  @Option(names = "--no-thresholds", description = "Pass over the thresholds.")
  private boolean noThresholds;

  @Option(names = "--insecure-skip-tls-verify", description = "Take any certificate of the target.")
  private boolean insecure;

  @Option(
      names = "--http-debug",
      arity = "0..1",
      paramLabel = "full",
      fallbackValue = "headers",
      description = "Print requests and answers, with 'full' their bodies, too.")
  private @Nullable String httpDebug;

  @Option(names = "--user-agent", paramLabel = "TEXT", description = "The User-Agent header.")
  private @Nullable String userAgent;

  @Option(names = "--discard-response-bodies", description = "Do not keep bodies of answers.")
  private boolean discardBodies;

  @Option(names = "--no-connection-reuse", description = "A connection for every request.")
  private boolean noConnectionReuse;

  @Option(names = "--no-vu-connection-reuse", description = "Connections for every iteration.")
  private boolean noVuConnectionReuse;

  @Option(names = "--max-redirects", paramLabel = "N", description = "Redirects to follow.")
  private @Nullable String maxRedirects;

  @Option(names = "--batch", paramLabel = "N", description = "Requests of a batch at a time.")
  private @Nullable String batch;

  @Option(
      names = "--batch-per-host",
      paramLabel = "N",
      description = "Requests of a batch at a time to one host.")
  private @Nullable String batchPerHost;

  @Option(
      names = {"-w", "--throw"},
      description = "Failed requests throw.")
  private boolean throwing;

  @Option(
      names = "--min-iteration-duration",
      paramLabel = "TIME",
      description = "The least that an iteration takes.")
  private @Nullable String minIteration;

  @Option(
      names = "--summary-trend-stats",
      paramLabel = "LIST",
      description = "Statistics of trends in the summary, such as avg,p(99).")
  private @Nullable String trendStats;

  @Option(
      names = "--summary-time-unit",
      paramLabel = "UNIT",
      description = "Unit of times in the summary: s, ms or us.")
  private @Nullable String timeUnit;

  @Option(names = "--system-tags", paramLabel = "LIST", description = "System tags of samples.")
  private @Nullable String systemTags;

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

  /** The flags that are options, by their long names. */
  private Map<String, List<String>> flags() {
    Map<String, List<String>> flags = new LinkedHashMap<>();
    put(flags, "vus", vus);
    put(flags, "duration", duration);
    put(flags, "iterations", iterations);
    put(flags, "rps", rps);
    put(flags, "http-debug", httpDebug);
    put(flags, "user-agent", userAgent);
    put(flags, "max-redirects", maxRedirects);
    put(flags, "batch", batch);
    put(flags, "batch-per-host", batchPerHost);
    put(flags, "min-iteration-duration", minIteration);
    put(flags, "summary-trend-stats", trendStats);
    put(flags, "summary-time-unit", timeUnit);
    put(flags, "system-tags", systemTags);
    putAll(flags, "stage", stages);
    putAll(flags, "tag", tags);
    putAll(flags, "out", outputs);
    put(flags, "no-setup", noSetup);
    put(flags, "no-teardown", noTeardown);
    put(flags, "insecure-skip-tls-verify", insecure);
    put(flags, "discard-response-bodies", discardBodies);
    put(flags, "no-connection-reuse", noConnectionReuse);
    put(flags, "no-vu-connection-reuse", noVuConnectionReuse);
    put(flags, "throw", throwing);
    return flags;
  }

  private static void put(Map<String, List<String>> flags, String name, @Nullable String value) {
    if (value != null) {
      flags.put(name, List.of(value));
    }
  }

  private static void put(Map<String, List<String>> flags, String name, boolean given) {
    if (given) {
      flags.put(name, List.of("true"));
    }
  }

  private static void putAll(Map<String, List<String>> flags, String name, List<String> values) {
    if (!values.isEmpty()) {
      flags.put(name, values);
    }
  }

  /** How loud a line must be to be shown. */
  static boolean shown(Level level) {
    return level != Level.DEBUG;
  }
}
