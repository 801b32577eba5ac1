package io.sluice.cli;

import io.sluice.k6.script.port.Console.Level;
import java.io.PrintStream;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/**
 * Lines of a script and warnings about it, as k6 writes them: short ones on a terminal, else
 * <i>logfmt</i>. Thread-safe.
 */
final class K6Log {
  private final PrintStream err;
  private final boolean terminal;
  private final long started = System.nanoTime();

  K6Log(Console console) {
    err = console.err();
    terminal = console.terminal();
  }

  /**
   * Writes a line.
   *
   * @param source {@code console}, fields such as {@code scenario=a}, or empty
   */
  void log(Level level, String message, String source) {
    if (!K6Flags.shown(level)) {
      return;
    }
    String fields = source.isEmpty() ? "" : source.contains("=") ? source : "source=" + source;
    String line = terminal ? onTerminal(level, message, fields) : logfmt(level, message, fields);
    synchronized (err) {
      err.println(line);
    }
  }

  private String onTerminal(Level level, String message, String fields) {
    String word =
        switch (level) {
          case DEBUG -> "DEBU";
          case INFO -> "INFO";
          case WARN -> "WARN";
          case ERROR -> "ERRO";
        };
    long seconds = (System.nanoTime() - started) / 1_000_000_000L;
    return "%s[%04d] %s%s"
        .formatted(word, seconds, message.stripTrailing(), fields.isEmpty() ? "" : "  " + fields);
  }

  private static String logfmt(Level level, String message, String fields) {
    String time =
        DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
            OffsetDateTime.now(ZoneId.systemDefault()).truncatedTo(ChronoUnit.SECONDS));
    String word = level == Level.WARN ? "warning" : level.name().toLowerCase(Locale.ROOT);
    return "time=\"%s\" level=%s msg=%s%s"
        .formatted(time, word, quoted(message), fields.isEmpty() ? "" : " " + fields);
  }

  private static String quoted(String text) {
    boolean plain = text.chars().allMatch(K6Log::needsNoQuotes) && !text.isEmpty();
    return plain
        ? text
        : '"'
            + text.replace("\\", "\\\\")
                .replace("\"", "\\\"")
                .replace("\n", "\\n")
                .replace("\t", "\\t")
                .replace("\r", "\\r")
            + '"';
  }

  private static boolean needsNoQuotes(int c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || "-._/@^+".indexOf(c) >= 0;
  }
}
