package io.sluice.cli;

import io.sluice.model.plan.Nearest;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** The option that says which continuous integration server is told what was found. */
final class CiFlags {
  private static final String AUTO = "auto";

  @Option(
      names = "--ci",
      paramLabel = "SERVER",
      defaultValue = AUTO,
      completionCandidates = Candidates.Ci.class,
      description =
          "github: annotations, the job's summary and step outputs; gitlab: load-performance.json;"
              + " none; auto: the server that it runs on (default: ${DEFAULT-VALUE}).")
  private String ci = AUTO;

  /**
   * The server.
   *
   * @param environment of the process
   */
  CiServer server(Map<String, String> environment) {
    return ci.equals(AUTO) ? CiServer.of(environment) : Flag.read("--ci", ci, CiFlags::server);
  }

  private static CiServer server(String text) {
    return Arrays.stream(CiServer.values())
        .filter(server -> word(server).equals(text))
        .findAny()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "expected one of %s, was '%s'%s"
                        .formatted(String.join(", ", words()), text, Nearest.hint(text, words()))));
  }

  static List<String> words() {
    return Stream.concat(Stream.of(AUTO), Arrays.stream(CiServer.values()).map(CiFlags::word))
        .toList();
  }

  private static String word(CiServer server) {
    return server.name().toLowerCase(Locale.ROOT);
  }
}
