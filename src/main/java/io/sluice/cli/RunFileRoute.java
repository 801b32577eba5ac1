package io.sluice.cli;

import io.sluice.cli.web.Answer;
import io.sluice.cli.web.Route;
import io.sluice.cli.web.WebRequest;
import io.sluice.reports.runs.FileNames;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** The files of runs: {@code /runs/FOLDER/FILE}. */
final class RunFileRoute implements Route {
  private static final String BELOW = "/runs/";

  /**
   * What a report's own policy forbids stays forbidden. Whoever can put a folder among the runs can
   * put a page of his own there: in a sandbox it has no origin, so it reads no other run.
   */
  private static final String PAGE_POLICY =
      "sandbox allow-scripts allow-downloads allow-modals allow-popups"
          + " allow-popups-to-escape-sandbox; connect-src 'none'; base-uri 'none'; form-action"
          + " 'none'; frame-ancestors 'none'";

  private final FileNames files;

  RunFileRoute(FileNames files) {
    this.files = files;
  }

  @Override
  public String path() {
    return BELOW + "*";
  }

  @Override
  public Answer answer(WebRequest request) {
    String[] parts = request.path().substring(BELOW.length()).split("/", -1);
    Optional<Path> file = parts.length == 2 ? files.find(parts[0], parts[1]) : Optional.empty();
    if (file.isEmpty()) {
      return Answer.missing();
    }
    String type = FileNames.type(parts[1]);
    return new Answer.Stored(
        file.get(),
        type,
        type.startsWith("text/html")
            ? Map.of("Content-Security-Policy", PAGE_POLICY)
            : Map.of("Content-Security-Policy", Answer.STRICT_POLICY + "; sandbox"));
  }
}
