package io.sluice.history;

import io.sluice.gate.Status;
import io.sluice.gate.baseline.BaselineRun;
import io.sluice.gate.baseline.LevelEffect;
import io.sluice.gate.baseline.SeriesTotal;
import io.sluice.gate.record.ObjectiveRecord;
import io.sluice.gate.record.RequestRecord;
import io.sluice.gate.record.Revision;
import io.sluice.gate.record.RunRecord;
import io.sluice.gate.stats.DesignEffect;
import io.sluice.model.plan.Objective;
import io.sluice.model.run.Times;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.HdrHistogram.Histogram;

/** Runs that never were. */
final class SampleRuns {
  private static final Instant START = Instant.parse("2026-03-01T10:00:00.123456Z");
  private static final String HOSTILE = "Robert'); DROP TABLE runs;--\u202e\n";

  private SampleRuns() {}

  /** The n-th run, n minutes after the first. */
  static RunRecord run(int n) {
    return run("shop", "peak", n);
  }

  static RunRecord run(String name, String profile, int n) {
    return new RunRecord(
        name,
        profile,
        List.of("main: poisson arrivals at 200/s", "tail: 5 users"),
        "%012x-of-its-plan".formatted(name.hashCode() & 0xffffffffL),
        START.plus(Duration.ofMinutes(n)),
        61.5,
        "0.1.0",
        Status.FAIL,
        "It fails: " + HOSTILE,
        new Revision("main", "1a2b3c4d5e6f", "https://ci.example/" + n),
        "/runs/" + n,
        List.of(
            new ObjectiveRecord(
                "p95 < 2s",
                ObjectiveRecord.Unit.MS,
                "<",
                2000,
                120 + n,
                110,
                Double.POSITIVE_INFINITY,
                4000,
                812.25,
                Objective.Severity.FAIL,
                Status.PASS,
                "good"),
            new ObjectiveRecord(
                "error_rate < 1%",
                ObjectiveRecord.Unit.SHARE,
                "<",
                0.01,
                Double.NaN,
                Double.NaN,
                Double.NaN,
                0,
                Double.NaN,
                Objective.Severity.WARN,
                Status.INCONCLUSIVE,
                HOSTILE)),
        new RequestRecord("", 4000, 12, 66.6, 80, 120 + n, 300),
        List.of(
            new RequestRecord("login", 1000, 12, 16.6, 70, 110, 290),
            RequestRecord.unknown("never sent " + HOSTILE)));
  }

  static BaselineRun totals(RunRecord run) {
    Map<String, SeriesTotal> requests = new LinkedHashMap<>();
    run.requests().forEach(request -> requests.put(request.name(), series(request, 1)));
    return new BaselineRun(run.started(), run.digest(), series(run.total(), 4), requests);
  }

  private static SeriesTotal series(RequestRecord request, int scale) {
    Histogram times = Times.fresh();
    for (int i = 0; i < request.finished() - request.failed(); i++) {
      times.recordValue(50_000L + 100L * scale * i);
    }
    return new SeriesTotal(
        times,
        request.failed(),
        List.of(
            new LevelEffect(0.5, new DesignEffect(1.25, 60, 1)),
            new LevelEffect(0.95, new DesignEffect(2.5, 30, 2))));
  }
}
