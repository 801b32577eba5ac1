package io.sluice.cli;

import io.sluice.engine.TargetException;
import io.sluice.scenarios.Scenarios;
import io.sluice.scenarios.compile.CompiledScenario;
import io.sluice.scenarios.compile.ScenarioOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs a scenario and judges it. */
@Command(
    name = "run",
    description = "Runs a scenario against a deployment; the exit code is the verdict.",
    mixinStandardHelpOptions = true)
final class RunCommand implements Callable<Integer> {
  /** What messages call a scenario without a file, and where its paths start. */
  private static final String STANDARD_INPUT = "stdin.yaml";

  private final Console console;

  @Parameters(
      paramLabel = "SCENARIO",
      description =
          "A scenario file, such as scenarios/storefront.yaml; a k6 script (.js, .ts) is run by"
              + " 'k6 run', whose options it then takes. - reads either from standard input.")
  private Path scenario = Path.of("");

  @Option(
      names = {"-p", "--profile"},
      paramLabel = "NAME",
      description = "The scenario's load profile (default: the scenario's own choice).")
  private String profile = "";

  @Mixin private Environment environment = new Environment();
  @Mixin private ArmFlags arms = new ArmFlags();
  @Mixin private GateOptions gate = new GateOptions();
  @Mixin private LoadOptions load = new LoadOptions();
  @Mixin private AnnounceFlags announce = new AnnounceFlags();

  RunCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws TargetException {
    Announcer announcer = announce.announcer(console);
    ScenarioOptions options =
        ScenarioOptions.NONE
            .withEnv(environment.asMap())
            .withProcessEnvironment(console.environment())
            .withProfile(profile)
            .withSeed(load.seed())
            .withNetwork(load.network(console.environment()));
    CompiledScenario compiled = compile(options);
    compiled.warnings().forEach(console::problem);
    return new LoadRun(compiled.plan(), compiled.secrets(), load, gate, announcer, console)
        .execute();
  }

  private CompiledScenario compile(ScenarioOptions options) {
    if (scenario.toString().equals("-")) {
      String text = standardInput();
      return arms.given()
          ? Scenarios.parseArms(STANDARD_INPUT, text, options, arms.options())
          : Scenarios.parse(STANDARD_INPUT, text, options);
    }
    return arms.given()
        ? Scenarios.loadArms(scenario, options, arms.options())
        : Scenarios.load(scenario, options);
  }

  private static String standardInput() {
    try {
      return Console.standardInput();
    } catch (IOException e) {
      throw new UserMistake("the scenario cannot be read from standard input: " + e.getMessage());
    }
  }
}
