package io.sluice.reports.terminal;

import io.sluice.gate.ObjectiveResult;
import io.sluice.gate.Verdict;
import io.sluice.model.plan.Units;
import io.sluice.reports.text.Printable;
import io.sluice.reports.text.Values;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The objectives on the live screen: how each stands by what was seen so far. */
final class LiveObjectives {
  private static final int WITH_INTERVAL = 60;
  private static final int WITH_GAUGE = 96;
  private static final int GAUGE = 20;

  private final LiveState state;
  private final int columns;
  private final Glyphs glyphs;

  LiveObjectives(LiveState state, int columns, Glyphs glyphs) {
    this.state = state;
    this.columns = columns;
    this.glyphs = glyphs;
  }

  /** How many there are. */
  int count() {
    return state.verdict().map(v -> v.objectives().size()).orElse(0);
  }

  /** At most so many of them; those that fail are the last to be left out. */
  List<Row> rows(int most) {
    return most == 0
        ? List.of()
        : state.verdict().map(verdict -> rows(verdict, most)).orElse(List.of());
  }

  private List<Row> rows(Verdict verdict, int most) {
    List<ObjectiveResult> all = verdict.objectives();
    List<ObjectiveResult> shown =
        all.stream()
            .sorted(Comparator.comparingInt(LiveObjectives::urgency))
            .limit(most)
            .sorted(Comparator.comparingInt(all::indexOf))
            .toList();
    Grid grid = new Grid(headings(verdict));
    shown.forEach(result -> grid.row(ink(result), cells(result)));
    List<Row> rows = new ArrayList<>(grid.rows(columns));
    if (shown.size() < all.size()) {
      rows.add(Row.of(Ink.FAINT, "… %d more".formatted(all.size() - shown.size())));
    }
    return rows;
  }

  private static int urgency(ObjectiveResult result) {
    return switch (result.status()) {
      case FAIL -> result.onlyWarns() ? 1 : 0;
      case INCONCLUSIVE -> 2;
      case PASS -> 3;
    };
  }

  private List<String> headings(Verdict judged) {
    List<String> headings = new ArrayList<>(List.of("objective", "so far"));
    if (columns >= WITH_INTERVAL) {
      headings.add(
          judged.statistics() == Verdict.Statistics.POINT
              ? "interval"
              : Units.percent(judged.confidence()) + " interval");
    }
    if (columns >= WITH_GAUGE) {
      headings.add("threshold at " + glyphs.mark());
    }
    headings.add("status");
    return headings;
  }

  private List<String> cells(ObjectiveResult result) {
    List<String> cells = new ArrayList<>();
    cells.add(Printable.line(result.objective().expression()));
    cells.add(glyphs.text(Values.estimate(result)));
    if (columns >= WITH_INTERVAL) {
      cells.add(glyphs.text(Values.interval(result)));
    }
    if (columns >= WITH_GAUGE) {
      cells.add(Gauge.of(result, GAUGE, glyphs));
    }
    cells.add(word(result));
    return cells;
  }

  private String word(ObjectiveResult result) {
    return switch (result.status()) {
      case PASS -> glyphs.good() + " PASS";
      case FAIL -> result.onlyWarns() ? "! WARN" : glyphs.bad() + " FAIL";
      case INCONCLUSIVE -> "? open";
    };
  }

  private static Ink ink(ObjectiveResult result) {
    return switch (result.status()) {
      case PASS -> Ink.GOOD;
      case FAIL -> result.onlyWarns() ? Ink.DOUBTFUL : Ink.BAD;
      case INCONCLUSIVE -> result.samples() == 0 ? Ink.FAINT : Ink.DOUBTFUL;
    };
  }
}
