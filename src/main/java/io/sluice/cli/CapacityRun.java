package io.sluice.cli;

import io.sluice.engine.TargetException;
import io.sluice.gate.capacity.CapacityResult;
import io.sluice.gate.capacity.CapacitySearch;
import io.sluice.gate.capacity.Probe;
import io.sluice.gate.capacity.ProbeResult;
import io.sluice.gate.capacity.SearchSettings;
import io.sluice.gate.capacity.Step;
import io.sluice.model.plan.LoadPlan;
import io.sluice.model.plan.Objective;
import io.sluice.reports.CapacityReports;
import io.sluice.reports.capacity.CapacityFacts;
import io.sluice.reports.terminal.CapacitySummary;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A search from its first probe to its report. The reports are written after each probe, so that a
 * search that is killed leaves what it found.
 */
final class CapacityRun {
  private final LoadPlan plan;
  private final SearchSettings settings;
  private final Path out;
  private final Console console;
  private final Prober prober;
  private final Progress progress;

  /** Whether each probe is told when it is over. */
  enum Progress {
    SHOWN,
    QUIET
  }

  CapacityRun(
      LoadPlan plan,
      SearchSettings settings,
      Path out,
      Console console,
      Prober prober,
      Progress progress) {
    this.plan = plan;
    this.settings = settings;
    this.out = out;
    this.console = console;
    this.prober = prober;
    this.progress = progress;
  }

  /** Searches, reports, and returns what was found. */
  CapacityResult execute() throws TargetException {
    CapacitySearch search = new CapacitySearch(settings);
    CapacityResult result = search(search);
    CapacityReports reports = reports(result);
    write(reports);
    console.out().print(reports.terminalSummary(console.columns(), console.style()));
    console.out().println("  report: " + out.resolve(CapacityReports.PAGE));
    console.out().flush();
    return result;
  }

  private CapacityResult search(CapacitySearch search) throws TargetException {
    while (true) {
      switch (search.next()) {
        case Step.Done(CapacityResult result) -> {
          return result;
        }
        case Step.Run(Probe probe) -> {
          Optional<ProbeResult> seen = run(probe);
          if (seen.isEmpty()) {
            return search.soFar();
          }
          search.take(seen.get());
          write(reports(search.soFar()));
          tell(seen.get());
        }
      }
    }
  }

  /** A target that was reached once and cannot be any more ends the search, not the report. */
  private Optional<ProbeResult> run(Probe probe) throws TargetException {
    try {
      return prober.run(probe);
    } catch (TargetException e) {
      if (probe.number() == 1) {
        throw e;
      }
      console.problem("the target can no longer be loaded: " + e.getMessage());
      return Optional.empty();
    }
  }

  private void tell(ProbeResult result) {
    if (progress == Progress.SHOWN) {
      console.out().print(CapacitySummary.line(result, console.style()));
      console.out().flush();
    }
  }

  private CapacityReports reports(CapacityResult result) {
    return CapacityReports.of(
        new CapacityFacts(
            plan.name(),
            plan.objectives().stream().map(Objective::expression).toList(),
            settings,
            result));
  }

  private void write(CapacityReports reports) {
    try {
      reports.write(out);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write to " + out, e);
    }
  }
}
