package io.sluice.reports.terminal;

import io.sluice.model.run.Health;
import io.sluice.reports.figures.WindowSpan;
import io.sluice.reports.text.Printable;
import io.sluice.reports.text.Values;
import java.util.ArrayList;
import java.util.List;
import org.HdrHistogram.Histogram;

/** What the live screen says of the load, of response times, of errors and of the generator. */
final class LiveParts {
  private static final int WIDE = 60;
  private static final int LABEL = 10;
  private static final int SHORTEST_NAME = 3;

  private final LiveState state;
  private final LiveSecond moment;
  private final int columns;
  private final Glyphs glyphs;

  LiveParts(LiveState state, int columns, Glyphs glyphs) {
    this.state = state;
    moment = state.moment();
    this.columns = columns;
    this.glyphs = glyphs;
  }

  /** What stands below the bar of the progress. */
  enum BelowBar {
    /** The windows' names, where they begin. */
    NAMES,
    NOTHING
  }

  /** Which run it is, and how far it has come. */
  List<Row> progress(BelowBar below) {
    Schedule schedule = state.schedule();
    double elapsed = state.elapsedSeconds();
    String profile = schedule.profile().isEmpty() ? "" : " · " + schedule.profile();
    String clock = clock(schedule, elapsed);
    int room = columns - Cells.width(clock) - 2;
    Row title =
        Row.of(Ink.STRONG, Cells.clip(Printable.line(schedule.name() + profile), room))
            .to(columns - Cells.width(clock))
            .add(clock);
    String percent = "%4d%%".formatted(Math.round(100 * schedule.share(elapsed)));
    int bar = columns - percent.length();
    int filled = Glyphs.filled(schedule.share(elapsed), bar);
    String drawn = glyphs.bar(schedule.share(elapsed), bar);
    List<Row> rows = new ArrayList<>();
    rows.add(title);
    rows.add(
        Row.of(Ink.STRONG, drawn.substring(0, filled))
            .add(Ink.FAINT, drawn.substring(filled))
            .add(percent));
    if (below == BelowBar.NAMES) {
      rows.add(names(schedule, elapsed, bar));
    }
    return rows;
  }

  /** {@code 0:24 of 0:35 · 0:11 left}. */
  private String clock(Schedule schedule, double elapsed) {
    String slash = columns >= WIDE ? " of " : "/";
    String times = Values.clock(elapsed) + slash + Values.clock(schedule.seconds());
    if (elapsed >= schedule.seconds()) {
      return times + (columns >= WIDE ? " · ending" : " ending");
    }
    return columns >= WIDE
        ? times + " · " + Values.clock(Math.ceil(schedule.seconds() - elapsed)) + " left"
        : times;
  }

  /** The windows' names where they begin on the bar, as far as there is room for them. */
  private static Row names(Schedule schedule, double elapsed, int bar) {
    List<String> now = schedule.at(elapsed);
    Row row = new Row();
    int next = 0;
    for (WindowSpan span : schedule.windows()) {
      int from = (int) (span.from() / schedule.seconds() * bar);
      int to = (int) (span.to() / schedule.seconds() * bar);
      if (from >= next && to - from > SHORTEST_NAME) {
        String name = Cells.clip(Printable.line(span.window()), to - from - 1);
        row.to(from).add(now.contains(span.window()) ? Ink.STRONG : Ink.FAINT, name);
        next = to;
      }
    }
    return row;
  }

  /** Rate, users, errors, dropped arrivals. */
  List<Row> load() {
    double[] rates = state.rates();
    Row rate = label("rate").add(Ink.STRONG, Values.perSecond(moment.perSecond()));
    String peak = "  peak %s".formatted(Values.perSecond(Sparkline.peak(rates)));
    int room = columns - rate.width() - 2 - (columns >= WIDE ? peak.length() : 0);
    rate.add("  " + Sparkline.of(rates, Math.min(LiveState.MINUTE, room), glyphs));
    if (columns >= WIDE) {
      rate.add(Ink.FAINT, peak);
    }
    Row users = label("users").add(Values.count(state.users()));
    if (state.plannedUsers() > 0) {
      users.add(Ink.FAINT, " of %s planned".formatted(Values.count(state.plannedUsers())));
    }
    List<Row> rows = new ArrayList<>();
    rows.add(rate);
    rows.add(users);
    rows.add(failures());
    if (state.dropped() > 0) {
      rows.add(
          label("dropped")
              .add(
                  Ink.DOUBTFUL,
                  "%s arrivals: no user was free".formatted(Values.count(state.dropped()))));
    }
    return rows;
  }

  private Row failures() {
    long finished = state.finished();
    String share =
        finished == 0
            ? ""
            : " of %s (%s)"
                .formatted(
                    Values.count(finished), Values.share((double) state.failed() / finished));
    return label("errors")
        .add(moment.failing() ? Ink.BAD : Ink.PLAIN, Values.count(state.failed()))
        .add(Ink.FAINT, share);
  }

  private static Row label(String text) {
    return Row.of(Ink.FAINT, text).to(LABEL);
  }

  /** Percentiles of the last seconds, and of all that is measured. */
  List<Row> times() {
    boolean wide = columns >= WIDE;
    List<String> headings =
        wide
            ? List.of("response time", "p50", "p90", "p95", "p99", "max")
            : List.of("time", "p50", "p95", "p99", "max");
    Grid grid = new Grid(headings);
    grid.row(
        Ink.PLAIN, times("last %d s".formatted(LiveState.MOMENT), moment.response(), headings));
    String measured =
        wide
            ? "measured, %s requests".formatted(Values.count(state.measuredRequests()))
            : "measured";
    grid.row(Ink.PLAIN, times(measured, state.measured(), headings));
    return grid.rows(columns);
  }

  private static List<String> times(String label, Histogram micros, List<String> headings) {
    List<String> cells = new ArrayList<>(List.of(label));
    boolean none = micros.getTotalCount() == 0;
    for (String heading : headings.subList(1, headings.size())) {
      long value =
          heading.equals("max")
              ? micros.getMaxValue()
              : micros.getValueAtPercentile(Double.parseDouble(heading.substring(1)));
      cells.add(none ? Values.NONE : Values.millis(value / 1000.0));
    }
    return cells;
  }

  /** The most frequent kinds of errors. */
  List<Row> errors(int most) {
    List<LiveState.ErrorKind> errors = state.errors();
    if (errors.isEmpty() || most == 0) {
      return List.of();
    }
    List<Row> rows = new ArrayList<>();
    int digits = Values.count(errors.getFirst().count()).length();
    for (LiveState.ErrorKind error : errors.subList(0, Math.min(most, errors.size()))) {
      String count = Values.count(error.count());
      rows.add(
          Row.of(Ink.BAD, " ".repeat(digits - count.length()) + count)
              .add(
                  "  %s  %s  %s"
                      .formatted(
                          error.key().outcome().key(),
                          Printable.line(error.key().request()),
                          Printable.line(error.key().detail()))));
    }
    if (errors.size() > most) {
      rows.add(Row.of(Ink.FAINT, "… %d more kinds".formatted(errors.size() - most)));
    }
    return rows;
  }

  /** How the generator itself is doing. */
  List<Row> generator() {
    if (!state.begun()) {
      return List.of();
    }
    Health health = moment.health();
    String trouble = Trouble.of(health);
    Row row = label("generator");
    if (trouble.isEmpty()) {
      row.add(Ink.GOOD, "on time").add(Ink.FAINT, figures(health));
    } else {
      row.add(Ink.DOUBTFUL, "in trouble: " + trouble);
    }
    return List.of(row);
  }

  private static String figures(Health health) {
    return ": lag p99 %s, loop delay p99 %s, busy %d%%"
        .formatted(
            p99(health.lag()), p99(health.loopDelay()), Math.round(100 * health.busyShare()));
  }

  private static String p99(Histogram micros) {
    return micros.getTotalCount() == 0
        ? Values.NONE
        : Values.millis(micros.getValueAtPercentile(99) / 1000.0);
  }
}
