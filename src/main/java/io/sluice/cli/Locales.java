package io.sluice.cli;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** What POSIX's environment variables say of the characters that a terminal shows. */
final class Locales {
  private Locales() {}

  /**
   * Whether the locale was set to one whose characters are not those of Unicode, such as {@code C}.
   * Where none is set nothing is known: most terminals show Unicode.
   */
  static boolean isNarrow(Map<String, String> environment) {
    return Stream.of("LC_ALL", "LC_CTYPE", "LANG")
        .map(name -> environment.getOrDefault(name, ""))
        .filter(value -> !value.isEmpty())
        .findFirst()
        .map(value -> !value.toUpperCase(Locale.ROOT).replace("-", "").contains("UTF8"))
        .orElse(false);
  }
}
