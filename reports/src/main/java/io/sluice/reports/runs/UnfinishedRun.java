package io.sluice.reports.runs;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A run without a verdict: it is going on where its log has grown lately, else its process has
 * died.
 *
 * @param folder where it lies
 * @param name of the folder
 * @param files that it has
 */
record UnfinishedRun(Path folder, String name, List<String> files) {
  /** Name of the file that says where a run is watched: {@code {"url": "http://..."}}. */
  static final String LIVE = "live.json";

  /** A log grows every second; machines may stand still for a while. */
  private static final Duration SILENCE = Duration.ofSeconds(30);

  private static final Pattern STARTED = Pattern.compile("\tstarted=([^\t]+)");
  private static final int HEADER_LINES = 4;

  ListedRun read(Clock clock) throws IOException {
    Path log = folder.resolve(FileNames.LOG);
    Instant written = RunsFolder.modified(log).toInstant();
    Instant started = started(log, written);
    String scenario = text("plan.json", "name");
    return Duration.between(written, clock.instant()).compareTo(SILENCE) < 0
        ? new ListedRun.Running(
            name, scenario, text("plan.json", "profile"), started, live(), files)
        : new ListedRun.Unjudged(
            name,
            scenario,
            started,
            "It has no verdict: 'sluice gate' makes one of what it has seen.",
            files);
  }

  private static Instant started(Path log, Instant otherwise) {
    try (BufferedReader lines = Files.newBufferedReader(log)) {
      for (int i = 0; i < HEADER_LINES; i++) {
        String line = lines.readLine();
        Matcher started = STARTED.matcher(line == null ? "" : line);
        if (started.find()) {
          return Instant.parse(started.group(1));
        }
      }
    } catch (IOException | DateTimeException e) {
      return otherwise;
    }
    return otherwise;
  }

  /** An address of the web only: it becomes a link. */
  private String live() {
    String text = text(LIVE, "url");
    try {
      URI url = new URI(text);
      boolean web = "http".equals(url.getScheme()) || "https".equals(url.getScheme());
      return web && url.getHost() != null ? text : "";
    } catch (URISyntaxException e) {
      return "";
    }
  }

  private String text(String file, String key) {
    try {
      Path path = folder.resolve(file);
      if (Files.isSymbolicLink(path)) {
        return "";
      }
      JsonNode json = RunFiles.json(folder, file);
      return json.path(key).asText();
    } catch (IOException e) {
      return ""; // not yet written in full, or never
    }
  }
}
