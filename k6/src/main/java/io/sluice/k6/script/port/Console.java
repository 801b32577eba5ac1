package io.sluice.k6.script.port;

/** Where a script's own words and the warnings about what it does go. */
@FunctionalInterface
public interface Console {
  /** How loud a line is. */
  enum Level {
    /** {@code console.debug}. */
    DEBUG,
    /** {@code console.log} and {@code console.info}. */
    INFO,
    /** {@code console.warn}, and warnings. */
    WARN,
    /** {@code console.error}, and uncaught exceptions. */
    ERROR
  }

  /**
   * Writes one line.
   *
   * @param source {@code console} for what the script says, "" for warnings
   */
  void log(Level level, String message, String source);
}
