package io.sluice.cli;

import io.sluice.engine.TargetException;
import io.sluice.gate.capacity.CapacityResult;
import io.sluice.gate.capacity.SearchSettings;
import io.sluice.model.plan.LoadPlan;
import io.sluice.model.plan.Units;
import io.sluice.scenarios.Scenarios;
import io.sluice.scenarios.compile.CompiledScenario;
import io.sluice.scenarios.compile.ScenarioOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Searches for the largest rate at which a scenario's objectives hold. */
@Command(
    name = "capacity",
    description = {
      "Searches for the largest arrival rate at which all objectives of a scenario hold.",
      "Its journey is run as an open model at one rate after another; the report names the highest"
          + " rate proven to pass, the lowest proven to fail, and the capacity between them."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:a rate is proven to pass (at least --at-least)",
      "1:internal error",
      "2:bad usage, bad scenario, or a target that cannot be reached",
      "3:--at-least is proven to fail",
      "4:nothing is proven, or not enough for --at-least",
      "130:interrupted; the report was written"
    },
    mixinStandardHelpOptions = true)
final class CapacityCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(
      paramLabel = "SCENARIO",
      description = "A scenario file, such as scenarios/storefront.yaml.")
  private Path scenario = Path.of("");

  @Option(
      names = {"-p", "--profile"},
      paramLabel = "NAME",
      description =
          "The load profile whose journey and limit of users count (default: the scenario's own"
              + " choice); its load does not.")
  private String profile = "";

  @Option(
      names = "--start",
      paramLabel = "RATE",
      defaultValue = "50/s",
      description = "First rate, in iterations; easy for the target (default: ${DEFAULT-VALUE}).")
  private String start = "";

  @Option(
      names = "--max",
      paramLabel = "RATE",
      defaultValue = "5000/s",
      description = "Highest rate that may be tried (default: ${DEFAULT-VALUE}).")
  private String max = "";

  @Option(
      names = "--probe",
      paramLabel = "TIME",
      defaultValue = "30s",
      description = "How long a probe is measured (default: ${DEFAULT-VALUE}).")
  private String probe = "";

  @Option(
      names = "--longest",
      paramLabel = "TIME",
      defaultValue = "4m",
      description = "How long an undecided one is measured (default: ${DEFAULT-VALUE}).")
  private String longest = "";

  @Option(
      names = "--settle",
      paramLabel = "TIME",
      defaultValue = "5s",
      description =
          "Load before each measurement, which does not count; at least as long as a journey takes"
              + " (default: ${DEFAULT-VALUE}).")
  private String settle = "";

  @Option(
      names = "--tolerance",
      paramLabel = "SHARE",
      defaultValue = "5%",
      description = "How narrow the search gets (default: ${DEFAULT-VALUE}).")
  private String tolerance = "";

  @Option(
      names = "--at-least",
      paramLabel = "RATE",
      description = "Exit with 0 only if this rate, or a higher one, is proven to pass.")
  private String atLeast = "";

  @Mixin private Environment environment = new Environment();
  @Mixin private GateOptions gate = new GateOptions();
  @Mixin private LoadOptions load = new LoadOptions();

  CapacityCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws TargetException {
    if (load.prometheus().given()) {
      throw new UserMistake(
          "--prometheus and --pushgateway go with run, k6 run, hit and demo: a search is many runs");
    }
    SearchSettings settings = settings();
    double wanted = atLeast.isEmpty() ? Double.NaN : rate("--at-least", atLeast);
    CompiledScenario compiled = Scenarios.load(scenario, options());
    compiled.warnings().forEach(console::problem);
    CapacityObjectives.warnings(compiled.plan()).forEach(console::problem);
    LoadPlan plan = CapacityObjectives.of(gate.judging(compiled.plan()));
    CapacityPlan plans = new CapacityPlan(plan);
    CapacityObjectives.requireSeen(plans.of(settings.first()));
    if (load.out() != null) {
      RunFolder.requireFree(load.out());
    }
    LoadRun.prepare(plan, compiled.secrets(), load); // before there is a folder
    Path out = folder(plan.name()).path();
    try (Interrupts interrupts = Interrupts.ofSeveralRuns(console.err())) {
      Prober prober =
          new CapacityProber(plans, compiled.secrets(), load, gate, console, out, interrupts);
      CapacityRun.Progress progress =
          load.quiet() ? CapacityRun.Progress.QUIET : CapacityRun.Progress.SHOWN;
      CapacityResult result =
          new CapacityRun(plan, settings, out, console, prober, progress).execute();
      return (interrupts.happened() ? ExitCode.INTERRUPTED : exitCode(result, wanted)).code();
    }
  }

  /** What a search that was not interrupted ends with; {@code NaN} if no rate was asked for. */
  static ExitCode exitCode(CapacityResult result, double atLeast) {
    if (Double.isNaN(atLeast)) {
      return result.hasProven() ? ExitCode.PASS : ExitCode.INCONCLUSIVE;
    }
    if (result.proven() >= atLeast) {
      return ExitCode.PASS;
    }
    return result.lowestFail() <= atLeast ? ExitCode.FAIL : ExitCode.INCONCLUSIVE;
  }

  private ScenarioOptions options() {
    return ScenarioOptions.NONE
        .withEnv(environment.asMap())
        .withProcessEnvironment(console.environment())
        .withProfile(profile)
        .withSeed(load.seed())
        .withNetwork(load.network(console.environment()));
  }

  private RunFolder folder(String name) {
    return load.out() == null
        ? RunFolder.create(name + "-capacity", Instant.now())
        : RunFolder.create(load.out());
  }

  private SearchSettings settings() {
    double startRate = rate("--start", start);
    double maxRate = rate("--max", max);
    double share = Flag.read("--tolerance", tolerance, Units::share);
    Duration first = Flag.read("--probe", probe, Units::duration);
    Duration last = Flag.read("--longest", longest, Units::duration);
    Duration before = Flag.read("--settle", settle, Units::duration);
    try {
      return SearchSettings.DEFAULT
          .withRates(startRate, maxRate)
          .withTolerance(share)
          .withTimes(first, last, before);
    } catch (IllegalArgumentException e) {
      throw new UserMistake(String.valueOf(e.getMessage()));
    }
  }

  private static double rate(String option, String text) {
    return Flag.read(option, text, Units::perSecond);
  }
}
