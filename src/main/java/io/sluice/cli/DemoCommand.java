package io.sluice.cli;

import io.sluice.engine.TargetException;
import io.sluice.scenarios.Scenarios;
import io.sluice.scenarios.compile.CompiledScenario;
import io.sluice.scenarios.compile.ScenarioOptions;
import io.sluice.storefront.Storefront;
import io.sluice.storefront.StorefrontOptions;
import io.sluice.storefront.fault.Breakage;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The whole job on this machine: the embedded shop, the shipped journey, the verdict. */
@Command(
    name = "demo",
    description = {
      "Starts the embedded shop on a free port of this machine, replays the storefront journey"
          + " against it for half a minute, and judges it.",
      "With --break the shop is broken on purpose, and the verdict is FAIL."
    },
    mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {
  private final Console console;

  @Option(
      names = "--break",
      paramLabel = "HOW",
      description = "slow: every eighth answer takes seconds; errors: 10%% of checkouts fail.")
  private @Nullable Breakage breakage;

  @Option(
      names = {"-p", "--profile"},
      paramLabel = "NAME",
      defaultValue = "demo",
      description = "The journey's load profile (default: ${DEFAULT-VALUE}).")
  private String profile = "";

  @Mixin private GateOptions gate = new GateOptions();
  @Mixin private LoadOptions load = new LoadOptions();
  @Mixin private AnnounceFlags announce = new AnnounceFlags();

  DemoCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws TargetException {
    Announcer announcer = announce.announcer(console);
    StorefrontOptions healthy = StorefrontOptions.demo(load.seed());
    StorefrontOptions options = breakage == null ? healthy : healthy.withBreakage(breakage);
    try (Storefront shop = Storefront.start(options)) {
      ScenarioOptions scenario =
          ScenarioOptions.NONE
              .withEnv(Map.of("BASE_URL", shop.baseUri().toString()))
              .withProfile(profile)
              .withSeed(load.seed())
              .withNetwork(load.network(console.environment()));
      CompiledScenario journey = Scenarios.shipped("storefront", scenario);
      if (!load.quiet()) {
        console.out().println("The shop is open at " + shop.baseUri() + "; its customers come.");
      }
      return new LoadRun(journey.plan(), journey.secrets(), load, gate, announcer, console)
          .execute();
    }
  }
}
