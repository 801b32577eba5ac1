package io.sluice.gate.compare;

import io.sluice.model.run.Interval;
import io.sluice.model.run.Outcome;
import io.sluice.model.run.SeriesCatalog;
import io.sluice.model.run.SeriesCell;
import io.sluice.model.run.Times;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.HdrHistogram.Histogram;

/** Reads what an arm saw: slice by slice, in total and by the request's name. */
final class ArmReader {
  private final Frame frame;
  private final Collected total;
  private final Map<String, Collected> byRequest = new LinkedHashMap<>();

  /** The slices of one request, or of all; the last one is still being filled. */
  private static final class Collected {
    private final List<Integer> series = new ArrayList<>();
    private final Slice[] slices;
    private final Histogram times = Times.fresh();
    private long untimed;
    private long finished;
    private long errors;
    private long ok;

    Collected(int count) {
      slices = new Slice[count];
      Arrays.fill(slices, Slice.EMPTY);
    }

    void take(Interval interval, boolean inTime) {
      for (int s : series) {
        SeriesCell cell = interval.seriesIfSeen(s);
        if (cell == null) {
          continue;
        }
        if (cell.okResponse().getTotalCount() > 0) {
          times.add(cell.okResponse());
        }
        untimed += cell.failedResponse().getTotalCount(); // not those that were merely late
        finished += cell.finished();
        errors += cell.failed();
        ok += inTime ? cell.outcome(Outcome.OK) : 0;
      }
    }

    void close(int number) {
      if (finished > 0 || times.getTotalCount() > 0) {
        slices[number] = Slice.of(times, untimed, finished, errors, ok);
        times.reset();
        untimed = finished = errors = ok = 0;
      }
    }
  }

  private ArmReader(Arm arm, Frame frame) {
    this.frame = frame;
    total = new Collected(frame.slices());
    SeriesCatalog catalog = arm.run().catalog();
    for (int s : Stretch.series(arm)) {
      total.series.add(s);
      byRequest
          .computeIfAbsent(catalog.series(s).request(), _ -> new Collected(frame.slices()))
          .series
          .add(s);
    }
  }

  /** Reads an arm whose frame has at least one slice. */
  static ArmSlices read(Arm arm, Frame frame) {
    ArmReader reader = new ArmReader(arm, frame);
    int[] open = new int[1];
    arm.run()
        .intervals()
        .replay(
            interval -> {
              int number = frame.slice(interval.fromNanos(), interval.toNanos());
              if (number >= 0) {
                if (number != open[0]) {
                  reader.close(open[0]);
                  open[0] = number;
                }
                reader.take(interval);
              }
            });
    reader.close(open[0]);
    Map<String, Slice[]> byRequest = new LinkedHashMap<>();
    reader.byRequest.forEach((name, collected) -> byRequest.put(name, collected.slices));
    return new ArmSlices(reader.total.slices, byRequest);
  }

  private void take(Interval interval) {
    boolean inTime = frame.inTime(interval.fromNanos(), interval.toNanos());
    total.take(interval, inTime);
    byRequest.values().forEach(collected -> collected.take(interval, inTime));
  }

  private void close(int number) {
    total.close(number);
    byRequest.values().forEach(collected -> collected.close(number));
  }
}
