package io.sluice.reports.export;

import io.sluice.gate.Status;
import io.sluice.model.plan.Objective;
import io.sluice.model.run.RunResult;
import io.sluice.reports.figures.RunFigures;
import io.sluice.reports.json.JsonText;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** A form in which other programs read a run. */
@FunctionalInterface
public interface RunExport {
  /**
   * Writes the run; the stream is flushed, and stays open.
   *
   * @throws IOException if the run cannot be read, or the stream takes no more
   */
  void write(RunResult run, OutputStream out) throws IOException;

  /** CSV: a row for each second and each request that was seen in it. */
  static RunExport secondsCsv() {
    return SecondsCsv::write;
  }

  /** CSV: a row for each request, and one for all together. */
  static RunExport requestsCsv() {
    return RequestsCsv::write;
  }

  /** JSON: every interval of the run log, with figures. */
  static RunExport intervalsJson() {
    return IntervalsJson::write;
  }

  /** HdrHistogram's log of interval histograms. */
  static RunExport histogramLog() {
    return HistogramLog::write;
  }

  /**
   * The JSON that k6 writes for {@code --summary-export}.
   *
   * @param judged how each objective was judged
   */
  static RunExport k6Summary(Map<Objective, Status> judged) {
    return (run, out) -> {
      String json = JsonText.pretty(K6Summary.of(RunFigures.of(run), judged));
      out.write(json.getBytes(StandardCharsets.UTF_8));
      out.flush();
    };
  }
}
