package io.sluice.cli;

import io.sluice.cli.web.Answer;
import io.sluice.cli.web.Route;
import io.sluice.cli.web.WebRequest;
import io.sluice.reports.html.PageTemplate;
import io.sluice.reports.runs.RunListJson;
import io.sluice.reports.runs.RunsFolder;
import java.io.IOException;

/** The page that lists runs. */
final class RunListRoute implements Route {
  private final RunsFolder folder;
  private final PageTemplate template = PageTemplate.runList();

  RunListRoute(RunsFolder folder) {
    this.folder = folder;
  }

  @Override
  public String path() {
    return "/";
  }

  @Override
  public Answer answer(WebRequest request) throws IOException {
    String page = template.page(RunListJson.of(folder.list()));
    return Answer.page(page, template.policy() + "; frame-ancestors 'none'");
  }
}
