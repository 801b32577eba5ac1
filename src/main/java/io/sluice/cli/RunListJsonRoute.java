package io.sluice.cli;

import io.sluice.cli.web.Answer;
import io.sluice.cli.web.Route;
import io.sluice.cli.web.WebRequest;
import io.sluice.reports.json.JsonText;
import io.sluice.reports.runs.RunListJson;
import io.sluice.reports.runs.RunsFolder;
import java.io.IOException;

/** The list of runs, for its page and for programs. */
final class RunListJsonRoute implements Route {
  private final RunsFolder folder;

  RunListJsonRoute(RunsFolder folder) {
    this.folder = folder;
  }

  @Override
  public String path() {
    return "/runs.json";
  }

  @Override
  public Answer answer(WebRequest request) throws IOException {
    return Answer.json(JsonText.pretty(RunListJson.of(folder.list())));
  }
}
