package io.sluice.k6.options;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A flag of the command line that sets an option; what it was given goes into {@link
 * OptionSources#flags} under its name.
 *
 * @param name its long name without dashes, such as {@code stage}
 * @param letter its short name, such as {@code s}, or null
 * @param option the option that it sets, by its name in scripts
 * @param value what value it takes
 */
public record OptionFlag(String name, @Nullable String letter, String option, Value value) {
  /** What value a flag takes. */
  public enum Value {
    /** None, or true or false after an equals sign; none is true. */
    SWITCH,
    /** One; the last use counts. */
    ONE,
    /** One for each use. */
    MANY
  }

  private static final Map<String, String> LETTERS =
      Map.of(
          "vus",
          "u",
          "duration",
          "d",
          "iterations",
          "i",
          "stage",
          "s",
          "paused",
          "p",
          "throw",
          "w",
          "out",
          "o",
          "linger",
          "l");

  /** All flags that set options, in the order of the options. */
  public static List<OptionFlag> all() {
    List<OptionFlag> flags = new ArrayList<>();
    for (OptionName option : OptionName.values()) {
      String name = option.flag();
      if (name != null) {
        flags.add(new OptionFlag(name, LETTERS.get(name), option.json(), value(option.kind())));
      }
    }
    return flags;
  }

  private static Value value(ValueKind kind) {
    return switch (kind) {
      case Scalar scalar -> scalar == Scalar.BOOL ? Value.SWITCH : Value.ONE;
      case Listing _, Mapping _, StagesKind _ -> Value.MANY;
      default -> Value.ONE;
    };
  }
}
