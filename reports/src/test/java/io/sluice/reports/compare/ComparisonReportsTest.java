package io.sluice.reports.compare;

import static io.sluice.reports.Golden.assertGolden;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sluice.gate.compare.Comparison;
import io.sluice.reports.SampleComparison;
import io.sluice.reports.json.JsonText;
import io.sluice.reports.terminal.ComparisonSummary;
import io.sluice.reports.terminal.Style;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class ComparisonReportsTest {
  private static final Comparison SAMPLE = SampleComparison.regression();

  @Test
  void theReportsAreAsTheyWere() throws IOException {
    assertGolden("comparison.json", JsonText.pretty(ComparisonJson.of(SAMPLE)));
    assertGolden("comparison.md", ComparisonMarkdown.of(SAMPLE));
    assertGolden("comparison.txt", ComparisonSummary.of(SAMPLE, Style.PLAIN));
  }

  @Test
  void noLineOfTheTerminalIsWiderThanEightyColumns() {
    ComparisonSummary.of(SAMPLE, Style.PLAIN)
        .lines()
        .forEach(line -> assertTrue(line.length() <= 80, line));
  }

  @Test
  void colourChangesNoCharacter() {
    assertEquals(
        ComparisonSummary.of(SAMPLE, Style.PLAIN),
        ComparisonSummary.of(SAMPLE, Style.ANSI).replaceAll("\u001b\\[[0-9;]*m", ""));
  }

  @Test
  void namesCannotFormatOrMentionInAPullRequest() {
    String markdown = ComparisonMarkdown.of(SAMPLE);
    assertTrue(markdown.contains("| <code>browse &#124; &#60;b&#62;&#64;all</code> |"), markdown);
    assertTrue(markdown.contains("- Not in both: pay\\_\\*."), markdown);
    assertFalse(markdown.contains("pay_*"), markdown);
  }
}
