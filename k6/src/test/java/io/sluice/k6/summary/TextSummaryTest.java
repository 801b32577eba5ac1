package io.sluice.k6.summary;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class TextSummaryTest {
  @Test
  void isCompact() throws Exception {
    assertEquals(
        SampleRun.golden("compact.txt"),
        TextSummary.stdout(SampleRun.summary(""), SummaryMode.COMPACT, false));
  }

  @Test
  void isFull() throws Exception {
    assertEquals(
        SampleRun.golden("full.txt"),
        TextSummary.stdout(SampleRun.summary("ms"), SummaryMode.FULL, false));
  }

  @Test
  void isColored() throws Exception {
    assertEquals(
        SampleRun.golden("colored.txt"),
        TextSummary.stdout(SampleRun.summary("us"), SummaryMode.COMPACT, true)
            .replace('\u001b', '~'));
  }

  @Test
  void isNothingIfDisabled() throws Exception {
    assertEquals("", TextSummary.stdout(SampleRun.summary(""), SummaryMode.DISABLED, false));
  }
}
