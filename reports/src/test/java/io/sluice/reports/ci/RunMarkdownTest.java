package io.sluice.reports.ci;

import static io.sluice.reports.Golden.assertGolden;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sluice.gate.Status;
import io.sluice.reports.SampleRun;
import io.sluice.reports.figures.RunFigures;
import io.sluice.reports.text.Printable;
import io.sluice.reports.text.ShownMarkdown;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RunMarkdownTest {
  private static final int MEGABYTE = 1024 * 1024;

  @Test
  void thePageIsAsItWas() throws IOException {
    JudgedRun run = SampleJudged.golden();
    assertGolden("summary.md", RunMarkdown.of(run.figures(), run.verdict()));
  }

  @Test
  void everyObjectiveIsARowWithItsStatus() {
    ShownMarkdown page = ShownMarkdown.of(RunMarkdown.of(SampleJudged.golden()));

    List<String> failed = row(page, "p95{endpoint:checkout} < 300ms");
    assertEquals(List.of("412ms", "371ms–466ms", "< 300ms", "144", "❌ FAIL"), failed.subList(1, 6));
    assertEquals("❔ INCONCLUSIVE", row(page, "p99 < 500ms").getLast());
    assertTrue(page.text().contains("the whole interval is above the threshold"));
  }

  @Test
  void hostileTextIsText() {
    ShownMarkdown page = ShownMarkdown.of(RunMarkdown.of(SampleJudged.hostile()));

    String shown = Printable.line(SampleJudged.HOSTILE);
    assertTrue(page.text().contains(shown), page.text());
    assertEquals(8, row(page, shown + " 1").size());
    assertFalse(page.kinds().contains("Link"));
    assertFalse(page.kinds().contains("Image"));
    page.html()
        .forEach(
            html ->
                assertTrue(
                    html.matches("</?code>|<details><summary>[A-Za-z ]+</summary>|</details>"),
                    html));
    assertTrue(page.rows().stream().allMatch(row -> List.of(4, 6, 8).contains(row.size())));
  }

  @Test
  void withoutRequestsItSaysSo() {
    String page = RunMarkdown.of(RunFigures.of(SampleRun.silent()), SampleRun.verdict());
    assertTrue(page.contains("| all requests | 0 | – | – | – | – | – | – |"), page);
    assertTrue(page.contains("The run was lost after 0s of 20s: the process was killed."), page);
  }

  @Test
  void theWorseOfBothJudgementsStandsOnTop() {
    JudgedRun objectives = SampleJudged.of(Status.PASS, "All objectives hold.", List.of());
    JudgedRun both =
        new JudgedRun(
            objectives.figures(),
            objectives.verdict(),
            new JudgedRun.Arms("B is worse than A.", "### ❌ REGRESSION\n"),
            Status.FAIL,
            3,
            "runs/1");

    String page = RunMarkdown.of(both);

    assertTrue(page.startsWith("## ❌ FAIL: Storefront journey\n\nAll objectives hold. B is worse"));
    assertTrue(page.endsWith("### ❌ REGRESSION\n"));
  }

  @Test
  void theLargestRunStaysFarBelowAMegabyte() {
    List<String> names =
        IntStream.range(0, 300).mapToObj(i -> i + " " + "|".repeat(2_000)).toList();
    String page = RunMarkdown.of(RunFigures.of(SampleRun.of(3, 600, names)), SampleRun.verdict());
    assertTrue(page.getBytes(StandardCharsets.UTF_8).length < MEGABYTE / 4);
    assertTrue(page.contains("… and 250 more requests."));
  }

  private static List<String> row(ShownMarkdown page, String first) {
    return page.rows().stream()
        .filter(row -> row.getFirst().equals(first))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no row of " + first + " in " + page.rows()));
  }
}
