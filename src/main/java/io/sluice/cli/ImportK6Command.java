package io.sluice.cli;

import io.sluice.engine.EngineOptions;
import io.sluice.k6.K6Exception;
import io.sluice.k6.draft.Draft;
import io.sluice.k6.draft.ScriptImport;
import io.sluice.k6.run.K6Test;
import io.sluice.k6.run.ScriptSource;
import io.sluice.scenarios.Scenarios;
import io.sluice.scenarios.compile.ScenarioOptions;
import io.sluice.scenarios.source.ScenarioException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes a scenario of a k6 script, as far as it is simple enough. */
@Command(
    name = "k6",
    description = {
      "Makes a scenario of a k6 script, as far as it is simple enough; makes no load.",
      "",
      "What could not be carried over is told on standard error and in comments of the scenario."
          + " To run a script as it is: sluice k6 run."
    },
    mixinStandardHelpOptions = true)
final class ImportK6Command implements Callable<Integer> {
  private final Console console;

  @Parameters(paramLabel = "SCRIPT", description = "A k6 script, JavaScript or TypeScript.")
  private Path script = Path.of("");

  @Option(
      names = {"-o", "--out"},
      paramLabel = "FILE",
      description = "Where the scenario goes; must not be there yet (default: standard output).")
  private @Nullable Path out;

  ImportK6Command(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    if (out != null && Files.exists(out)) {
      throw new UserMistake("-o " + out + ": there is such a file already");
    }
    if (!Files.isRegularFile(script)) {
      throw new UserMistake(script + ": there is no such file");
    }
    Draft draft;
    ScriptSource source = K6Flags.plain(script, console);
    try (K6Test test = K6Test.load(source, EngineOptions.DEFAULT)) {
      draft = ScriptImport.of(script, Files.readString(script), test.options(), test.thresholds());
    } catch (K6Exception e) {
      console.problem(String.valueOf(e.getMessage()).strip());
      return ExitCode.BAD_USAGE.code();
    }
    String yaml = DraftYaml.write(draft, script.toString());
    requireLoads(draft, yaml);
    draft.notes().forEach(note -> console.err().println(note));
    if (out == null) {
      console.out().print(yaml);
      console.out().flush();
    } else {
      Files.writeString(out, yaml);
    }
    return ExitCode.PASS.code();
  }

  /** Whether it is a scenario; names of the environment that have no default get one to try. */
  private void requireLoads(Draft draft, String yaml) {
    Map<String, String> env = new HashMap<>();
    draft.env().forEach((name, value) -> env.put(name, "http://127.0.0.1"));
    draft
        .env()
        .forEach(
            (name, value) -> {
              if (!DraftText.words(value).isEmpty()) {
                env.remove(name);
              }
            });
    try {
      var _ = Scenarios.parse("imported.yaml", yaml, ScenarioOptions.NONE.withEnv(env));
    } catch (ScenarioException e) {
      e.problems().forEach(problem -> console.err().println("not carried over well: " + problem));
    }
  }
}
