package io.sluice.reports.ci;

import static io.sluice.reports.text.Markdown.code;
import static io.sluice.reports.text.Markdown.text;

import io.sluice.gate.ObjectiveResult;
import io.sluice.gate.Status;
import io.sluice.gate.Verdict;
import io.sluice.model.plan.Units;
import io.sluice.model.run.RunEnd;
import io.sluice.reports.figures.ErrorFigures;
import io.sluice.reports.figures.GeneratorFigures;
import io.sluice.reports.figures.LoadFigures;
import io.sluice.reports.figures.RequestFigures;
import io.sluice.reports.figures.RunFacts;
import io.sluice.reports.figures.RunFigures;
import io.sluice.reports.text.Printable;
import io.sluice.reports.text.Values;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * {@code summary.md}: a run on one page of GitHub-flavoured Markdown, for the summary of a job or a
 * comment. However large the run, it stays far below the megabyte that GitHub takes.
 */
public final class RunMarkdown {
  private static final int MAX_OBJECTIVES = 100;
  private static final int MAX_REQUESTS = 50;
  private static final int MAX_ERRORS = 20;
  private static final int MAX_NAME = 160;
  private static final int MAX_SENTENCE = 1_000;

  private final RunFigures run;
  private final Verdict verdict;
  private final StringBuilder out = new StringBuilder();

  private RunMarkdown(RunFigures run, Verdict verdict) {
    this.run = run;
    this.verdict = verdict;
  }

  /** The page of a run, ending with a line feed. */
  public static String of(RunFigures run, Verdict verdict) {
    return new RunMarkdown(run, verdict).write(verdict.status(), verdict.sentence());
  }

  /** The page of a run and, where it has two arms, of their comparison. */
  public static String of(JudgedRun judged) {
    String page =
        new RunMarkdown(judged.figures(), judged.verdict())
            .write(judged.status(), judged.sentence());
    return judged.arms().page().isEmpty() ? page : page + "\n" + judged.arms().page();
  }

  /** The verdict alone, for where there is no room for the page. */
  public static String headline(JudgedRun judged) {
    return heading(judged.name(), judged.status(), judged.sentence());
  }

  private static String heading(String name, Status status, String sentence) {
    return "## %s: %s\n\n%s\n"
        .formatted(Mark.of(status), text(clipped(name, MAX_NAME)), text(sentence(sentence)));
  }

  private String write(Status status, String sentence) {
    out.append(heading(run.facts().name(), status, sentence));
    notes();
    objectives();
    requests();
    load();
    errors();
    generator();
    facts();
    return out.toString();
  }

  private void notes() {
    if (!verdict.notes().isEmpty()) {
      out.append('\n');
    }
    verdict.notes().forEach(note -> item(text(sentence(note))));
  }

  private void objectives() {
    List<ObjectiveResult> results = verdict.objectives();
    if (results.isEmpty()) {
      return;
    }
    String interval =
        verdict.statistics() == Verdict.Statistics.POINT
            ? "interval"
            : Units.percent(verdict.confidence()) + " interval";
    head("objective", "estimate", interval, "threshold", "samples", "status");
    List<ObjectiveResult> shown = results.subList(0, Math.min(MAX_OBJECTIVES, results.size()));
    for (ObjectiveResult result : shown) {
      row(
          name(result.objective().expression()),
          Values.estimate(result),
          Values.interval(result),
          text(Values.threshold(result)),
          Values.count(result.samples()),
          Mark.of(result));
    }
    more(results.size() - shown.size(), "objectives");
    List<ObjectiveResult> open = shown.stream().filter(r -> r.status() != Status.PASS).toList();
    if (!open.isEmpty()) {
      out.append('\n');
    }
    open.forEach(
        result ->
            item(name(result.objective().expression()) + ": " + text(sentence(result.reason()))));
  }

  private void requests() {
    Map<String, RequestFigures> byName = run.measured().byName();
    requestHead();
    row("all requests", run.measured().total());
    if (byName.isEmpty()) {
      return;
    }
    out.append("\n<details><summary>By request</summary>\n");
    requestHead();
    byName.entrySet().stream()
        .limit(MAX_REQUESTS)
        .forEach(entry -> row(name(entry.getKey()), entry.getValue()));
    more(byName.size() - MAX_REQUESTS, "requests");
    out.append("\n</details>\n");
  }

  private void requestHead() {
    head("request", "count", "rate", "errors", "p50", "p95", "p99", "max");
  }

  private void row(String name, RequestFigures figures) {
    row(
        name,
        Values.count(figures.finished()),
        Values.perSecond(figures.ratePerSecond()),
        Values.share(figures.errorRate()),
        Values.millis(figures.response().p50()),
        Values.millis(figures.response().p95()),
        Values.millis(figures.response().p99()),
        Values.millis(figures.response().max()));
  }

  private void load() {
    RunFacts facts = run.facts();
    LoadFigures load = run.load();
    out.append("\n**Load**: ").append(facts.model().key()).append(" model");
    if (!facts.profile().isEmpty()) {
      out.append(", profile ").append(name(facts.profile()));
    }
    out.append(
        ", %s, of which %s measured, at most %s users; offered %s of %s planned iterations"
            .formatted(
                seconds(facts.durationSeconds()),
                seconds(facts.measuredSeconds()),
                Values.count(load.maxUsers()),
                Values.count(load.offered()),
                Values.count(load.planned())));
    out.append(load.dropped() > 0 ? ", dropped " + Values.count(load.dropped()) : "").append(".\n");
    if (facts.end().reason() != RunEnd.Reason.COMPLETED) {
      String detail = facts.end().detail();
      out.append("\nThe run was ").append(facts.end().reason().name().toLowerCase(Locale.ROOT));
      out.append(" after ").append(seconds(facts.durationSeconds())).append(" of ");
      out.append(seconds(facts.plannedSeconds()));
      out.append(detail.isEmpty() ? "" : ": " + text(sentence(detail))).append(".\n");
    }
  }

  private void errors() {
    List<ErrorFigures> errors = run.errors();
    if (errors.isEmpty()) {
      out.append("\n**Errors**: none.\n");
      return;
    }
    out.append("\n<details><summary>Errors of the whole run</summary>\n");
    head("count", "outcome", "request", "detail");
    for (ErrorFigures error : errors.subList(0, Math.min(MAX_ERRORS, errors.size()))) {
      row(
          Values.count(error.count()),
          error.kind().outcome().key(),
          name(error.kind().request()),
          name(error.kind().detail()));
    }
    more(errors.size() - MAX_ERRORS, "kinds");
    out.append("\n</details>\n");
  }

  private void generator() {
    GeneratorFigures generator = run.generator();
    out.append(
        "\n**Generator**: lag p99 %s, loop delay p99 %s, loops busy %s, CPU %s, steal %ss\n"
            .formatted(
                Values.millis(generator.all().lag().p99()),
                Values.millis(generator.all().loopDelay().p99()),
                Values.share(generator.all().busyShare()),
                Values.share(generator.process().cpuShare()),
                Units.number(generator.process().stealSeconds())));
  }

  private void facts() {
    RunFacts facts = run.facts();
    out.append("\nTargets: ");
    out.append(String.join(", ", facts.targets().stream().limit(8).map(this::name).toList()));
    out.append(facts.insecure() ? "; certificates were not verified" : "");
    out.append(". Seed ").append(facts.seed()).append(", plan ");
    out.append(code(facts.digest().substring(0, Math.min(12, facts.digest().length()))));
    out.append(", started ").append(facts.started()).append(", sluice ");
    out.append(code(facts.facts().getOrDefault("version", ""))).append(".\n");
  }

  private void head(String... names) {
    out.append('\n');
    row(names);
    for (String name : names) {
      out.append(isText(name) ? "| --- " : "| ---: ");
    }
    out.append("|\n");
  }

  private static boolean isText(String column) {
    return switch (column) {
      case "objective", "status", "request", "outcome", "detail" -> true;
      default -> false;
    };
  }

  private void row(String... cells) {
    for (String cell : cells) {
      out.append("| ").append(cell).append(' ');
    }
    out.append("|\n");
  }

  private void more(int count, String what) {
    if (count > 0) {
      out.append("\n… and ").append(count).append(" more ").append(what).append(".\n");
    }
  }

  private void item(String item) {
    out.append("- ").append(item).append('\n');
  }

  private String name(String name) {
    return code(clipped(name, MAX_NAME));
  }

  private static String sentence(String sentence) {
    return clipped(sentence, MAX_SENTENCE);
  }

  private static String clipped(String text, int length) {
    return Printable.clip(text, length);
  }

  private static String seconds(double seconds) {
    return seconds >= 60 ? Values.clock(seconds) : Units.number(seconds) + "s";
  }
}
