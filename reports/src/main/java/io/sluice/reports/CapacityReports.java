package io.sluice.reports;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sluice.reports.capacity.CapacityFacts;
import io.sluice.reports.capacity.CapacityJson;
import io.sluice.reports.capacity.CapacityMarkdown;
import io.sluice.reports.html.PageTemplate;
import io.sluice.reports.json.JsonText;
import io.sluice.reports.terminal.CapacitySummary;
import io.sluice.reports.terminal.Style;
import java.io.IOException;
import java.nio.file.Path;

/** All reports of one capacity search. Immutable. */
public final class CapacityReports {
  /** Name of the file for programs. */
  public static final String JSON = "capacity.json";

  /** Name of the file for a comment. */
  public static final String MARKDOWN = "capacity.md";

  /** Name of the file with the page for people. */
  public static final String PAGE = "capacity.html";

  private final CapacityFacts facts;

  private CapacityReports(CapacityFacts facts) {
    this.facts = facts;
  }

  /** The reports of a search. */
  public static CapacityReports of(CapacityFacts facts) {
    return new CapacityReports(facts);
  }

  /**
   * Writes {@value #JSON}, {@value #MARKDOWN} and {@value #PAGE}, each whole or not at all; files
   * of these names are replaced.
   *
   * @throws IOException if a file cannot be written
   */
  public void write(Path folder) throws IOException {
    WholeFiles files = new WholeFiles(folder);
    ObjectNode json = CapacityJson.of(facts);
    files.write(JSON, JsonText.pretty(json));
    files.write(MARKDOWN, CapacityMarkdown.of(facts));
    files.write(PAGE, PageTemplate.capacity().page(json));
  }

  /** The summary for a terminal, ending with a line feed. */
  public String terminalSummary(int columns, Style style) {
    return CapacitySummary.of(facts, columns, style);
  }
}
