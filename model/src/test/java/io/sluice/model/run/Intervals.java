package io.sluice.model.run;

import java.util.Random;
import java.util.TreeMap;
import org.HdrHistogram.Histogram;

/** Makes random intervals, and texts that are equal where intervals are. */
final class Intervals {
  private Intervals() {}

  static Interval random(SeriesCatalog catalog, Random random) {
    Interval interval = new Interval(catalog);
    fill(interval, random);
    return interval;
  }

  /** What two cells saw, and the process around them. */
  static Interval merged(SeriesCatalog catalog, Random random) {
    Interval merged = new Interval(catalog);
    for (int cell = 0; cell < 2; cell++) {
      merged.addCell(cell, random(catalog, random));
    }
    merged.health().add(Health.Counter.CPU_NANOS, random.nextInt(1000));
    return merged;
  }

  static void fill(Interval interval, Random random) {
    for (int s = 0; s < interval.seriesCount(); s++) {
      SeriesCell cell = interval.series(s);
      int count = random.nextInt(12);
      for (int i = 0; i < count; i++) {
        long nanos = (long) Math.exp(random.nextDouble() * 25);
        cell.start();
        cell.finish(
            Outcome.at(random.nextInt(Outcome.COUNT)),
            random.nextBoolean() ? 200 + random.nextInt(300) : 0,
            nanos,
            random.nextBoolean() ? nanos / 2 : -1,
            random.nextBoolean() ? nanos / 3 : -1);
      }
      cell.bytes(random.nextInt(1000), random.nextInt(100_000));
      cell.redirects(random.nextInt(2));
    }
    for (int c = 0; c < interval.checkCells(); c++) {
      interval.check(c).record(random.nextBoolean());
    }
    for (int m = 0; m < interval.metricCells(); m++) {
      interval.metric(m).time(random.nextInt(1_000_000_000));
      interval.metric(m).count(random.nextBoolean());
    }
    interval.error(
        new ErrorKey("r" + random.nextInt(3), Outcome.TIMEOUT, "after 10s"), random.nextInt(9) + 1);
    Health health = interval.health();
    for (Health.Counter counter : Health.Counter.values()) {
      health.add(counter, random.nextInt(1000));
    }
    for (Health.Timing timing : Health.Timing.values()) {
      health.timing(timing).recordValue(random.nextInt(100_000));
    }
  }

  /** Everything an interval saw. */
  static String describe(Interval interval) {
    StringBuilder text = new StringBuilder();
    for (int s = 0; s < interval.seriesCount(); s++) {
      SeriesCell cell = interval.seriesIfSeen(s);
      if (cell != null) {
        text.append("series ").append(s).append(' ').append(cell.started());
        text.append(' ').append(cell.redirects()).append(' ').append(cell.bytesSent());
        text.append(' ').append(cell.bytesReceived());
        for (int o = 0; o < Outcome.COUNT; o++) {
          text.append(' ').append(cell.outcome(Outcome.at(o)));
        }
        cell.statuses()
            .forEachSeen(
                status ->
                    text.append(' ').append(status).append('=').append(cell.statuses().of(status)));
        text.append(counts(cell.okResponse())).append(counts(cell.failedResponse()));
        text.append(counts(cell.abortedAge())).append(counts(cell.service()));
        text.append(counts(cell.firstByte())).append('\n');
      }
    }
    for (int c = 0; c < interval.checkCells(); c++) {
      CheckCell cell = interval.checkIfSeen(c);
      if (cell != null) {
        text.append("check ").append(c).append(' ').append(cell.passes());
        text.append(' ').append(cell.fails()).append('\n');
      }
    }
    for (int m = 0; m < interval.metricCells(); m++) {
      MetricCell cell = interval.metricIfSeen(m);
      if (cell != null) {
        text.append("metric ").append(m).append(' ').append(cell.trues());
        text.append(' ').append(cell.total()).append(counts(cell.trend())).append('\n');
      }
    }
    TreeMap<String, Long> errors = new TreeMap<>();
    interval.errors().forEach((key, count) -> errors.put(key.toString(), count));
    text.append(errors).append('\n');
    text.append(describe(interval.health()));
    interval.loops().forEach(loop -> text.append("\nloop ").append(describe(loop)));
    return text.toString();
  }

  static String describe(Health health) {
    StringBuilder text = new StringBuilder();
    for (Health.Counter counter : Health.Counter.values()) {
      text.append(counter.key()).append('=').append(health.get(counter)).append(' ');
    }
    for (Health.Timing timing : Health.Timing.values()) {
      text.append(counts(health.timing(timing)));
    }
    return text.toString();
  }

  private static String counts(Histogram histogram) {
    StringBuilder text = new StringBuilder(" [");
    histogram
        .recordedValues()
        .forEach(
            value ->
                text.append(value.getValueIteratedTo())
                    .append(':')
                    .append(value.getCountAtValueIteratedTo())
                    .append(' '));
    return text.append(']').toString();
  }
}
