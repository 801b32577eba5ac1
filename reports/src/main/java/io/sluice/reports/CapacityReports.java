package io.sluice.reports;

import io.sluice.reports.capacity.CapacityFacts;
import io.sluice.reports.capacity.CapacityJson;
import io.sluice.reports.capacity.CapacityMarkdown;
import io.sluice.reports.json.JsonText;
import io.sluice.reports.terminal.CapacitySummary;
import io.sluice.reports.terminal.Style;
import java.io.IOException;
import java.nio.file.Path;

/** All reports of one capacity search. Immutable. */
public final class CapacityReports {
  /** Name of the file for programs. */
  public static final String JSON = "capacity.json";

  /** Name of the file for people. */
  public static final String PAGE = "capacity.md";

  private final CapacityFacts facts;

  private CapacityReports(CapacityFacts facts) {
    this.facts = facts;
  }

  /** The reports of a search. */
  public static CapacityReports of(CapacityFacts facts) {
    return new CapacityReports(facts);
  }

  /**
   * Writes {@value #JSON} and {@value #PAGE}, each whole or not at all; files of these names are
   * replaced.
   *
   * @throws IOException if a file cannot be written
   */
  public void write(Path folder) throws IOException {
    WholeFiles files = new WholeFiles(folder);
    files.write(JSON, JsonText.pretty(CapacityJson.of(facts)));
    files.write(PAGE, CapacityMarkdown.of(facts));
  }

  /** The summary for a terminal, ending with a line feed. */
  public String terminalSummary(int columns, Style style) {
    return CapacitySummary.of(facts, columns, style);
  }
}
