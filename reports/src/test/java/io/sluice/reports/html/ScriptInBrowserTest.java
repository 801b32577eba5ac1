package io.sluice.reports.html;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.sluice.model.plan.CheckSpec;
import io.sluice.model.plan.LoadPlan;
import io.sluice.model.run.Interval;
import io.sluice.model.run.RunEnd;
import io.sluice.model.run.RunHeader;
import io.sluice.model.run.RunResult;
import io.sluice.model.run.SeriesCatalog;
import io.sluice.reports.SampleRun;
import io.sluice.reports.ScriptRun;
import io.sluice.reports.figures.RunFigures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page of a script's run as a browser shows it: its checks stand in groups. */
class ScriptInBrowserTest {
  private static final String HOSTILE = "<img src=x onerror=window.pwned=1>";

  @TempDir private Path folder;

  private static RunFigures figures() {
    LoadPlan plan =
        ScriptRun.plan(
            List.of(), List.of(CheckSpec.ofCode("ok", ""), CheckSpec.ofCode("paid", HOSTILE)));
    Interval interval = new Interval(SeriesCatalog.of(plan));
    interval.span(0, 0, ScriptRun.TEN.toNanos());
    interval.check(0).record(true);
    interval.check(1).record(false);
    interval.metric(0).distributed(1_234_567);
    return RunFigures.of(
        new RunResult(
            plan,
            new RunHeader("script", Instant.EPOCH, plan.digest(), 1, Map.of()),
            new RunEnd(RunEnd.Reason.COMPLETED, "", ScriptRun.TEN.toNanos()),
            listener -> listener.onInterval(interval)));
  }

  @Test
  void checksStandInGroupsAndNumbersHaveNoUnit() throws IOException {
    Path page =
        Files.writeString(
            folder.resolve("report.html"), HtmlReport.of(figures(), SampleRun.verdict()));
    try (Browser browser = Browser.start()) {
      browser.view(1280, 900, "light");
      browser.open(page.toUri().toString());

      assertEquals(
          "Check|Group|Passed|Failed|Pass rate",
          browser.text(
              "return [...document.querySelectorAll('#checks th')].map(th => th.textContent)"
                  + ".join('|')"));
      assertEquals(
          "ok||1|0|100%;paid|" + HOSTILE + "|0|1|0%",
          browser.text(
              "return [...document.querySelectorAll('#checks tbody tr')].map(tr =>"
                  + " [...tr.cells].map(td => td.textContent).join('|')).join(';')"));
      assertEquals(
          "size|1|1,234,567",
          browser.text(
              "return [...document.querySelector('#metrics tbody tr').cells].slice(0, 3)"
                  + ".map(td => td.textContent).join('|')"));
      assertFalse(browser.holds("return Boolean(window.pwned)"));
      assertEquals(List.of(), browser.console());
    }
  }
}
