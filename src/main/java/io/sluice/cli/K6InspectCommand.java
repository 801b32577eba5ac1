package io.sluice.cli;

import io.sluice.engine.EngineOptions;
import io.sluice.k6.K6Exception;
import io.sluice.k6.run.K6Test;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Prints the options of a k6 script, from all their sources. */
@Command(
    name = "inspect",
    description = "Prints the consolidated options of a k6 script as JSON.",
    mixinStandardHelpOptions = true)
final class K6InspectCommand implements Callable<Integer> {
  private final Console console;
  @Mixin private K6Flags flags = new K6Flags();

  K6InspectCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    K6Log log = new K6Log(console);
    try (K6Test test = K6Test.load(flags.source(console, log, false), EngineOptions.DEFAULT)) {
      console.out().println(test.options().json());
      console.out().flush();
      return 0;
    } catch (K6Exception e) {
      return K6Run.failed(e, log);
    }
  }
}
