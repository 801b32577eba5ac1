package io.sluice.k6.summary;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.sluice.k6.metrics.CheckTotals;
import io.sluice.k6.metrics.MetricRegistry;
import io.sluice.k6.metrics.MetricTotals;
import io.sluice.k6.metrics.threshold.ThresholdWatch;
import io.sluice.k6.metrics.threshold.Thresholds;
import io.sluice.k6.options.SummaryOptions;
import io.sluice.k6.options.ThresholdOption;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TextSummaryTest {
  @Test
  void isCompact() throws Exception {
    assertEquals(
        SampleRun.golden("compact.txt"),
        TextSummary.stdout(SampleRun.summary(""), SummaryMode.COMPACT, Palette.PLAIN));
  }

  @Test
  void isFull() throws Exception {
    assertEquals(
        SampleRun.golden("full.txt"),
        TextSummary.stdout(SampleRun.summary("ms"), SummaryMode.FULL, Palette.PLAIN));
  }

  @Test
  void isColored() throws Exception {
    assertEquals(
        SampleRun.golden("colored.txt"),
        TextSummary.stdout(SampleRun.summary("us"), SummaryMode.COMPACT, Palette.COLORED)
            .replace('\u001b', '~'));
  }

  @Test
  void saysThatThereWereNoChecksWhereThereShouldBe() throws Exception {
    MetricRegistry registry = new MetricRegistry();
    Thresholds thresholds =
        Thresholds.of(
            Map.of(
                "checks",
                List.of(new ThresholdOption("rate>0.9", false, 0)),
                "http_req_duration{a:b}",
                List.of()),
            registry);
    MetricTotals totals = new MetricTotals();
    RunSummary run =
        new RunSummary(
            registry,
            totals,
            new CheckTotals(),
            new ThresholdWatch(thresholds).evaluate(totals, 1, true),
            new SummaryOptions(List.of("avg"), ""),
            1_000_000_000L);

    assertEquals(
        """


          █ THRESHOLDS\s

            checks
            ✓ 'rate>0.9' rate=0.00%


          █ TOTAL RESULTS\s

            checks_total.......: 0     0/s
            checks_succeeded...: 0.00% 0 out of 0
            checks_failed......: 0.00% 0 out of 0


            HTTP
            http_req_duration...: avg=0s
              { a:b }...........: avg=0s



        """,
        TextSummary.stdout(run, SummaryMode.COMPACT, Palette.PLAIN));
  }

  @Test
  void isNothingIfDisabled() throws Exception {
    assertEquals(
        "", TextSummary.stdout(SampleRun.summary(""), SummaryMode.DISABLED, Palette.PLAIN));
  }
}
