package io.sluice.cli;

import io.sluice.reports.terminal.Canvas;
import io.sluice.reports.terminal.Glyphs;
import io.sluice.reports.terminal.Screen;
import io.sluice.reports.terminal.Style;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.jline.terminal.Size;

/**
 * Where text goes, and what that place can show.
 *
 * @param out results
 * @param err problems
 * @param terminal whether {@code out} is a terminal that a person looks at
 * @param columns how wide it is
 * @param environment of the process
 */
record Console(
    PrintStream out,
    PrintStream err,
    boolean terminal,
    int columns,
    Map<String, String> environment) {
  private static final int DEFAULT_COLUMNS = 100;
  private static final int DEFAULT_ROWS = 24;

  Console {
    environment = Map.copyOf(environment);
  }

  /** The process's own. */
  @SuppressWarnings("SystemConsoleNull") // it is null where another console provider is chosen
  static Console system() {
    Map<String, String> environment = System.getenv();
    java.io.Console console = System.console();
    boolean terminal =
        console != null
            && console.isTerminal()
            && !environment.getOrDefault("TERM", "").equals("dumb");
    return new Console(System.out, System.err, terminal, columns(environment), environment);
  }

  private static int columns(Map<String, String> environment) {
    try {
      return Math.max(40, Integer.parseInt(environment.getOrDefault("COLUMNS", "")));
    } catch (NumberFormatException e) {
      return DEFAULT_COLUMNS;
    }
  }

  /** Whether to use colour: on a terminal, unless NO_COLOR is set (no-color.org). */
  boolean colour() {
    return terminal && environment.getOrDefault("NO_COLOR", "").isEmpty();
  }

  boolean debug() {
    return !environment.getOrDefault("SLUICE_DEBUG", "").isEmpty();
  }

  Style style() {
    return colour() ? Style.ANSI : Style.PLAIN;
  }

  /** What can be drawn: by the charset of {@code out}, unless the locale says less. */
  Glyphs glyphs() {
    return terminal && Locales.isNarrow(environment) ? Glyphs.ASCII : Glyphs.of(out.charset());
  }

  /** What a summary is laid out for: the terminal as it is now, or a file. */
  Canvas canvas() {
    if (!terminal) {
      return Canvas.endless(style(), glyphs());
    }
    Optional<Window> window = Window.open();
    try {
      return canvas(window.map(Window::size).orElse(Size.of(0, 0)));
    } finally {
      window.ifPresent(Window::close);
    }
  }

  /** A terminal of some size; where the system does not know it, as the environment says. */
  Canvas canvas(Size size) {
    int known = size.getColumns() > 0 ? size.getColumns() : columns;
    int rows = size.getRows() > 0 ? size.getRows() : DEFAULT_ROWS;
    return new Canvas(known, rows, style(), glyphs());
  }

  /** What the live line is shown on. */
  Screen screen(boolean quiet) {
    if (quiet) {
      return Screen.quiet();
    }
    return terminal ? Screen.terminal(columns, style()) : Screen.log();
  }

  /** Standard input to its end; it can be read again. */
  static String lookAtStandardInput() {
    try {
      String text = standardInput();
      System.setIn(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
      return text;
    } catch (IOException e) {
      return ""; // whoever reads it next says so
    }
  }

  /** Standard input to its end. */
  static String standardInput() throws IOException {
    return new String(System.in.readAllBytes(), StandardCharsets.UTF_8);
  }

  /** Says what is wrong, on its own line. */
  void problem(String sentence) {
    err.println("sluice: " + sentence);
  }
}
