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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/**
 * A short run for the launcher, which lets the Java runtime watch it: what is loaded and hot then
 * is ready sooner in every run after it. Not for users.
 */
@Command(name = "train", hidden = true, description = "Used by the launcher.")
final class TrainCommand implements Callable<Integer> {
  private static final String SCENARIO = "train.yaml";
  private static final String SCRIPT = "train.js";

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
      int code =
          new LoadRun(
                  scenario.plan(),
                  scenario.secrets(),
                  load,
                  gate,
                  new Announcer(List.of(), console),
                  console)
              .execute();
      runScript(shop);
      return code;
    }
  }

  /** The same for k6 scripts, in a folder beside the other run's. */
  private void runScript(Storefront shop) throws IOException {
    Path run = load.out();
    if (run == null) {
      return;
    }
    Path script = run.resolveSibling(SCRIPT);
    try (InputStream in = TrainCommand.class.getResourceAsStream(SCRIPT)) {
      Files.write(script, Objects.requireNonNull(in).readAllBytes());
    }
    int _ =
        new CommandLine(new K6RunCommand(console))
            .execute(
                "-q",
                "--run-folder",
                run.resolveSibling("k6").toString(),
                "-e",
                "BASE_URL=" + shop.baseUri(),
                "-u",
                "8",
                "-i",
                "4000",
                script.toString());
  }
}
