package io.sluice.cli;

import io.sluice.scenarios.Scenarios;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Copies of the scenarios that come with Sluice: the same journeys under shorter loads. */
final class ShippedScenario {
  private static final String THINK = "- think: 1s..5s";
  private static final String PROFILES = "\nprofiles:\n";
  private static final String SHORTER =
      PROFILES
          + """
            quick:
              users: 8
              warmup: 1s
              duration: 3s
            crowd:
              rate: 40/s
              duration: 12s
              max_users: 4000
            long:
              users: 8
              duration: 10m
          """;

  private ShippedScenario() {}

  /**
   * Writes a copy with the profiles {@code quick}, {@code crowd} and {@code long}, and with think
   * times of 50 to 150 ms.
   */
  static Path copyTo(Path folder, String name) throws IOException {
    try (InputStream resource = Scenarios.class.getResourceAsStream(name + ".yaml")) {
      if (resource == null) {
        throw new IllegalStateException("no scenario is named " + name);
      }
      String text = new String(resource.readAllBytes(), StandardCharsets.UTF_8);
      if (!text.contains(THINK) || !text.contains(PROFILES)) {
        throw new IllegalStateException(name + " has another think time or no profiles");
      }
      return Files.writeString(
          folder.resolve(name + ".yaml"),
          text.replace(THINK, "- think: 50ms..150ms").replace(PROFILES, SHORTER));
    }
  }
}
