package io.sluice.k6.summary;

import io.sluice.k6.metrics.CheckCount;
import io.sluice.k6.metrics.Section;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The text at the end of a run, in k6's layout: thresholds, then checks and metrics of the whole
 * run, then, in full mode, of each group and each scenario.
 */
public final class TextSummary {
  private final RunSummary run;
  private final SummaryMode mode;
  private final Palette palette;
  private final Humanizer humanizer;
  private final SummaryLines lines = new SummaryLines();

  private TextSummary(RunSummary run, SummaryMode mode, Palette palette) {
    this.run = run;
    this.mode = mode;
    this.palette = palette;
    this.humanizer = new Humanizer(run.options().timeUnit());
  }

  /**
   * What is printed if the script has no {@code handleSummary}: the text between blank lines;
   * nothing if the summary is disabled.
   *
   * @param palette whether it has colours
   */
  public static String stdout(RunSummary run, SummaryMode mode, Palette palette) {
    return mode == SummaryMode.DISABLED ? "" : "\n" + text(run, mode, palette) + "\n\n";
  }

  /** The text itself. */
  static String text(RunSummary run, SummaryMode mode, Palette palette) {
    TextSummary summary = new TextSummary(run, mode, palette);
    summary.thresholds();
    summary.totals();
    if (mode == SummaryMode.FULL) {
      summary.sections();
    }
    return summary.lines.toString();
  }

  private void title(int level, String mark, String title) {
    lines.line(level, mark + " " + palette.bold(title) + " ");
    lines.gap();
  }

  private void thresholds() {
    if (!run.thresholds().results().isEmpty()) {
      title(1, "█", "THRESHOLDS");
      new ThresholdLines(palette, humanizer).add(lines, run.thresholds().results());
      lines.gap();
    }
  }

  private void totals() {
    title(1, "█", "TOTAL RESULTS");
    List<CheckCount> checks = run.checks().byName();
    if (!checks.isEmpty() || run.observesChecks()) {
      checks(2, checks);
    }
    metrics(2, run.observed().stream().map(run::figures).toList());
    lines.gap();
  }

  private void checks(int level, List<CheckCount> checks) {
    List<Figures> figures = CheckFigures.of(checks, run.elapsedNanos()).lines();
    MetricTable table = table(figures);
    figures.forEach(row -> lines.line(level, table.line(row)));
    lines.gap();
    for (CheckCount check : checks) {
      if (check.fails() == 0) {
        lines.line(level, palette.green("✓ " + check.name()));
      } else {
        long percent = 100 * check.passes() / (check.passes() + check.fails());
        lines.line(level, palette.red("✗ " + check.name()));
        lines.line(
            2 * level - 1,
            palette.red("↳  %d%% — ✓ %d / ✗ %d".formatted(percent, check.passes(), check.fails())));
      }
    }
    lines.gap();
  }

  private void metrics(int level, List<Figures> all) {
    List<Figures> shown =
        all.stream()
            .filter(row -> MetricCategory.isShown(row.name(), mode))
            .sorted(Comparator.comparing(Figures::name, NameOrder.NAMES))
            .toList();
    MetricTable table = table(shown);
    for (MetricCategory category : MetricCategory.values()) {
      List<Figures> rows =
          shown.stream().filter(row -> MetricCategory.of(row.name()) == category).toList();
      if (!rows.isEmpty()) {
        lines.line(level, palette.bold(category.name()));
        rows.forEach(row -> lines.line(level, table.line(row)));
        lines.gap();
      }
    }
  }

  private MetricTable table(List<Figures> rows) {
    return new MetricTable(palette, humanizer, run.options().trendStats(), rows);
  }

  private void sections() {
    List<Section> all = run.totals().sections();
    for (SectionTree group : SectionTree.of(all, "").groups()) {
      title(1, "█", "GROUP: " + group.name());
      section(2, group);
      lines.gap();
    }
    Map<String, SectionTree> scenarios = new TreeMap<>(NameOrder::text);
    List<String> names = new ArrayList<>(all.stream().map(s -> s.key().scenario()).toList());
    names.removeIf(String::isEmpty);
    names.forEach(name -> scenarios.computeIfAbsent(name, n -> SectionTree.of(all, n)));
    scenarios.forEach(
        (name, scenario) -> {
          title(1, "█", "SCENARIO: " + name);
          section(2, scenario);
          lines.gap();
        });
  }

  private void section(int level, SectionTree tree) {
    Section section = tree.section();
    if (section != null) {
      if (!section.checks().isEmpty()) {
        checks(level, section.checks());
      }
      metrics(
          level,
          section.metrics().stream()
              .map(
                  m ->
                      Figures.of(m, section::value, run.elapsedNanos(), run.options().trendStats()))
              .toList());
    }
    for (SectionTree group : tree.groups()) {
      title(level, "↳", "GROUP: " + group.name());
      section(level + 1, group);
    }
  }
}
