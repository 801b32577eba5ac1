package io.sluice.cli;

import io.sluice.engine.EngineOptions;
import io.sluice.k6.K6Exception;
import io.sluice.k6.lint.Finding;
import io.sluice.k6.lint.FindingsJson;
import io.sluice.k6.lint.Linter;
import io.sluice.k6.lint.Severity;
import io.sluice.k6.options.Options;
import io.sluice.k6.run.K6Test;
import io.sluice.k6.run.ScriptSource;
import io.sluice.scenarios.source.Location;
import io.sluice.scenarios.source.SourceText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Says what a k6 script does not do as it was probably meant. */
@Command(
    name = "lint",
    description = {
      "Looks at a k6 script for what it does not do as it was probably meant; makes no load.",
      "",
      "Exit code: 0, or 3 where it finds an error, with --strict also where it finds a warning."
    },
    mixinStandardHelpOptions = true)
final class K6LintCommand implements Callable<Integer> {
  /** How findings are shown. */
  enum Format {
    TEXT,
    JSON
  }

  private final Console console;
  @Mixin private K6Flags flags = new K6Flags();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "text",
      description = "text or json (default: ${DEFAULT-VALUE}).")
  private Format format = Format.TEXT;

  @Option(names = "--strict", description = "Take warnings for errors.")
  private boolean strict;

  K6LintCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    ScriptSource source = flags.source(console, new K6Log(console), false);
    Path shown = Path.of(flags.script().equals("-") ? "stdin.js" : flags.script());
    String text = text(source, shown);
    List<Finding> findings = findings(source, shown, text);
    if (format == Format.JSON) {
      console.out().println(FindingsJson.write(findings));
    } else {
      show(findings, shown, text);
    }
    console.out().flush();
    boolean failed = findings.stream().anyMatch(f -> strict || f.severity() == Severity.ERROR);
    return failed ? ExitCode.FAIL.code() : ExitCode.PASS.code();
  }

  private static String text(ScriptSource source, Path shown) {
    String given = source.text();
    if (given != null) {
      return given;
    }
    try {
      return Files.readString(source.path());
    } catch (java.nio.file.NoSuchFileException e) {
      throw new UserMistake(shown + ": there is no such file");
    } catch (IOException e) {
      throw new UserMistake(shown + ": the script cannot be read: " + e.getMessage());
    }
  }

  private static List<Finding> findings(ScriptSource source, Path shown, String text) {
    Options options;
    try (K6Test test = K6Test.load(source, EngineOptions.DEFAULT)) {
      options = test.options();
    } catch (K6Exception e) {
      return Linter.lint(shown, text, null, String.valueOf(e.getMessage()));
    }
    return Linter.lint(shown, text, options, null);
  }

  private void show(List<Finding> findings, Path script, String text) {
    Map<String, SourceText> sources = new HashMap<>();
    sources.put(script.toString(), new SourceText(script.toString(), text));
    for (Finding finding : findings) {
      console.out().println(finding);
      String excerpt =
          sources
              .computeIfAbsent(finding.file(), K6LintCommand::source)
              .excerpt(new Location(finding.file(), finding.line(), finding.column()));
      if (!excerpt.isEmpty()) {
        console.out().println(excerpt);
      }
    }
    long errors = findings.stream().filter(f -> f.severity() == Severity.ERROR).count();
    console
        .out()
        .println(
            findings.isEmpty()
                ? script + ": nothing found"
                : "%s, %s"
                    .formatted(
                        counted(errors, "error"), counted(findings.size() - errors, "warning")));
  }

  private static String counted(long n, String word) {
    return n + " " + word + (n == 1 ? "" : "s");
  }

  private static SourceText source(String file) {
    try {
      return new SourceText(file, Files.readString(Path.of(file)));
    } catch (IOException e) {
      return new SourceText(file, "");
    }
  }
}
