package io.sluice.cli;

import io.sluice.scenarios.network.NetworkSettings;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads values of options; a mistake is told with the option's name. */
final class Flag {
  private Flag() {}

  /**
   * What a parser makes of a value.
   *
   * @throws UserMistake if the parser refuses it
   */
  static <T> T read(String name, String value, Function<String, T> parser) {
    try {
      return parser.apply(value);
    } catch (IllegalArgumentException e) {
      throw new UserMistake(name + ": " + e.getMessage());
    }
  }

  /** The setting that an option makes; none if the option was not given. */
  static NetworkSettings setting(
      String name, @Nullable String value, Function<String, NetworkSettings> parser) {
    return value == null ? NetworkSettings.NONE : read(name, value, parser);
  }
}
