package io.sluice.reports.terminal;

import io.sluice.reports.terminal.LiveParts.BelowBar;
import java.util.ArrayList;
import java.util.List;

/**
 * The live screen of a run: what is known of it, as lines for a terminal. Where there is little
 * room it says less: first it gives up its empty lines, then kinds of errors, then objectives that
 * hold, the names of windows, and in the end what stands lowest.
 */
public final class LiveScreen {
  private static final int MAX_COLUMNS = 140;
  private static final int MAX_ERRORS = 5;
  private static final int MAX_OBJECTIVES = 12;

  private final LiveParts parts;
  private final LiveObjectives objectives;
  private final Canvas canvas;

  /** How much is said. */
  private record Density(Air air, int errors, int objectives, BelowBar below) {}

  private enum Air {
    EMPTY_LINES,
    NONE
  }

  private LiveScreen(LiveState state, Canvas canvas) {
    this.canvas = canvas;
    int columns = Math.min(MAX_COLUMNS, canvas.columns() - 1);
    parts = new LiveParts(state, columns, canvas.glyphs());
    objectives = new LiveObjectives(state, columns, canvas.glyphs());
  }

  /** The lines, each narrower than the canvas; a line of the canvas is left for the cursor. */
  public static List<String> lines(LiveState state, Canvas canvas) {
    return new LiveScreen(state, canvas).lines();
  }

  private List<String> lines() {
    int room = canvas.rows() - 1;
    List<Row> rows = List.of();
    for (Density density : densities()) {
      rows = rows(density);
      if (rows.size() <= room) {
        break;
      }
    }
    return rows.stream().limit(room).map(row -> row.render(canvas)).toList();
  }

  private List<Density> densities() {
    List<Density> densities = new ArrayList<>();
    int all = Math.min(MAX_OBJECTIVES, objectives.count());
    densities.add(new Density(Air.EMPTY_LINES, MAX_ERRORS, all, BelowBar.NAMES));
    for (int errors = MAX_ERRORS; errors > 0; errors -= 2) {
      densities.add(new Density(Air.NONE, errors, all, BelowBar.NAMES));
    }
    for (int n = all - 1; n > 1; n--) {
      densities.add(new Density(Air.NONE, 1, n, BelowBar.NAMES));
    }
    densities.add(new Density(Air.NONE, 0, Math.min(2, all), BelowBar.NAMES));
    densities.add(new Density(Air.NONE, 0, Math.min(2, all), BelowBar.NOTHING));
    densities.add(new Density(Air.NONE, 0, 0, BelowBar.NOTHING));
    return densities;
  }

  private List<Row> rows(Density density) {
    List<List<Row>> sections = new ArrayList<>();
    sections.add(parts.progress(density.below()));
    sections.add(parts.load());
    sections.add(parts.times());
    sections.add(objectives.rows(density.objectives()));
    sections.add(parts.errors(density.errors()));
    sections.add(parts.generator());
    List<Row> rows = new ArrayList<>();
    for (List<Row> section : sections) {
      if (density.air() == Air.EMPTY_LINES && !rows.isEmpty() && !section.isEmpty()) {
        rows.add(new Row());
      }
      rows.addAll(section);
    }
    return rows;
  }
}
