package io.sluice.cli;

import io.sluice.engine.TargetException;
import io.sluice.scenarios.Scenarios;
import io.sluice.scenarios.compile.CompiledScenario;
import io.sluice.scenarios.compile.ScenarioOptions;
import io.sluice.storefront.Storefront;
import io.sluice.storefront.StorefrontOptions;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/**
 * A short run for the launcher, which lets the Java runtime watch it: what is loaded and hot then
 * is ready sooner in every run after it. Not for users.
 */
@Command(name = "train", hidden = true, description = "Used by the launcher.")
final class TrainCommand implements Callable<Integer> {
  private static final String SCENARIO = "train.yaml";

  private final Console console;

  @Mixin private GateOptions gate = new GateOptions();
  @Mixin private LoadOptions load = new LoadOptions();

  TrainCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws TargetException, IOException {
    try (InputStream in = TrainCommand.class.getResourceAsStream(SCENARIO);
        Storefront shop = Storefront.start(StorefrontOptions.defaults())) {
      String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      CompiledScenario scenario =
          Scenarios.parse(
              SCENARIO,
              text,
              ScenarioOptions.NONE.withEnv(Map.of("BASE_URL", shop.baseUri().toString())));
      return new LoadRun(
              scenario.plan(),
              scenario.secrets(),
              load,
              gate,
              new Announcer(List.of(), console),
              console)
          .execute();
    }
  }
}
