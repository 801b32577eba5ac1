package io.sluice.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Option;

/** Values for the names that a scenario's {@code env} declares. */
final class Environment {
  @Option(
      names = {"-e", "--env"},
      paramLabel = "KEY=VALUE",
      description =
          "A value for a name of the scenario's env; before the process environment and the"
              + " scenario's default. May be repeated.")
  private List<String> values = List.of();

  Map<String, String> asMap() {
    return asMap("--env", values);
  }

  /** The values of an option by their names. */
  static Map<String, String> asMap(String option, List<String> values) {
    Map<String, String> map = new LinkedHashMap<>();
    for (String value : values) {
      int equals = value.indexOf('=');
      if (equals < 1) {
        throw new UserMistake(
            "%s: expected KEY=VALUE such as BASE_URL=https://example.com, was '%s'"
                .formatted(option, value));
      }
      map.put(value.substring(0, equals), value.substring(equals + 1));
    }
    return map;
  }
}
