package io.sluice.reports.terminal;

import io.sluice.model.run.Health;
import io.sluice.model.run.Health.Counter;
import io.sluice.reports.text.Values;
import java.util.ArrayList;
import java.util.List;
import org.HdrHistogram.Histogram;

/** What of the generator's own state is worth a word while a run goes on. */
final class Trouble {
  private static final double LATE_MILLIS = 10;
  private static final double STOPPED_MILLIS = 500;
  private static final double TAKEN_SHARE = 0.01;
  private static final double BUSY_SHARE = 0.85;
  private static final double SCARCE_SHARE = 0.9;

  /** More would push errors off the line. */
  private static final int MOST_WORDS = 2;

  private Trouble() {}

  /** A few words, the worst first; empty if all is well. */
  static String of(Health health) {
    List<String> words = new ArrayList<>();
    double stopped = millis(health.processDelay(), 100);
    if (stopped >= STOPPED_MILLIS) {
      words.add("stood still " + Values.millis(stopped));
    }
    double lag = millis(health.lag(), 99);
    double delay = millis(health.loopDelay(), 99);
    if (lag >= LATE_MILLIS) {
      words.add("lag p99 " + Values.millis(lag));
    } else if (delay >= LATE_MILLIS) {
      words.add("loop delay p99 " + Values.millis(delay));
    }
    if (health.throttledShare() > TAKEN_SHARE) {
      words.add("throttled");
    }
    if (health.stealShare() > TAKEN_SHARE) {
      words.add("steal " + percent(health.stealShare()));
    }
    if (health.busyShare() > BUSY_SHARE) {
      words.add("busy " + percent(health.busyShare()));
    }
    if (health.get(Counter.CLOCK_JUMP_NANOS) > 0) {
      words.add("clock jumped");
    }
    if (scarce(health, Counter.DESCRIPTORS, Counter.DESCRIPTORS_MAX)) {
      words.add("few descriptors");
    }
    if (scarce(health, Counter.CONNECTIONS, Counter.PORTS_MAX)) {
      words.add("few ports");
    }
    return String.join(", ", words.subList(0, Math.min(words.size(), MOST_WORDS)));
  }

  private static double millis(Histogram micros, double percent) {
    return micros.getTotalCount() == 0 ? 0 : micros.getValueAtPercentile(percent) / 1000.0;
  }

  private static String percent(double share) {
    return Math.round(share * 100) + "%";
  }

  private static boolean scarce(Health health, Counter used, Counter most) {
    return health.get(most) > 0 && health.get(used) > SCARCE_SHARE * health.get(most);
  }
}
