package io.sluice.truth;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * An experiment as a command: prints Markdown, and ends with 0 where its bars hold, with 1 where
 * they do not.
 */
@Command(mixinStandardHelpOptions = true, showDefaultValues = true)
abstract class Experiment implements Callable<Integer> {
  private final PrintStream out = System.out;

  @Option(names = "--plots", paramLabel = "DIR", description = "Write a plot into this folder.")
  private @Nullable Path plots;

  /** Runs it; returns whether its bars hold. */
  abstract boolean holds() throws Exception;

  @Override
  public final Integer call() throws Exception {
    return holds() ? 0 : 1;
  }

  /** Carries a command line out, and ends the process. */
  static void run(Experiment experiment, String[] arguments) {
    System.exit(new CommandLine(experiment).execute(arguments));
  }

  /** Writes a plot if plots are wanted. */
  final void plot(Plot plot, String name) {
    if (plots != null) {
      plot.write(plots, name);
    }
  }

  /** Prints the head of a table. */
  final void head(String... columns) {
    row((Object[]) columns);
    row(List.of(columns).stream().map(_ -> "---").toArray());
  }

  /** Prints a row of a table. */
  final void row(Object... cells) {
    out.println(
        "| " + String.join(" | ", List.of(cells).stream().map(String::valueOf).toList()) + " |");
  }

  /** Prints a sentence. */
  @SuppressWarnings("AnnotateFormatMethod") // no library for one annotation
  final void say(String format, Object... values) {
    out.println(text(format, values));
  }

  /** A number as it is read. */
  @SuppressWarnings("AnnotateFormatMethod") // likewise
  static String text(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
