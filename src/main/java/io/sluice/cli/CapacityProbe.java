package io.sluice.cli;

import io.sluice.engine.Engine;
import io.sluice.engine.StopSignal;
import io.sluice.gate.Gate;
import io.sluice.gate.Verdict;
import io.sluice.gate.capacity.Probe;
import io.sluice.gate.capacity.ProbeJudge;
import io.sluice.gate.capacity.ProbeResult;
import io.sluice.model.plan.LoadPlan;
import io.sluice.model.plan.Units;
import io.sluice.model.run.Interval;
import io.sluice.model.run.RunEnd;
import io.sluice.model.run.RunHeader;
import io.sluice.model.run.RunLogReader;
import io.sluice.model.run.RunLogWriter;
import io.sluice.model.run.RunResult;
import io.sluice.model.run.SeriesCatalog;
import io.sluice.reports.RunReports;
import io.sluice.reports.terminal.LiveLine;
import io.sluice.reports.terminal.Screen;
import io.sluice.scenarios.json.PlanJson;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;

/**
 * The load of one probe, its folder, and its judgement. It starts with the probe's longest length,
 * and is stopped at the checkpoint that settles it. While it runs, its plan measures up to the
 * first checkpoint, so that slices are short enough for it; stored in the end is the plan that was
 * judged, so that {@code sluice gate} on its folder says the same again.
 */
final class CapacityProbe {
  private final Probe probe;
  private final LoadPlan plan;
  private final LoadPlan stored;
  private final List<String> secrets;
  private final RunFolder folder;
  private final Gate gate;
  private final StopSignal stop;
  private int settled;

  /**
   * A probe of a plan.
   *
   * @param plan of its whole length
   * @param secrets values that must not be stored
   * @param stop ends it
   */
  CapacityProbe(
      Probe probe,
      LoadPlan plan,
      List<String> secrets,
      RunFolder folder,
      Gate gate,
      StopSignal stop) {
    this.probe = probe;
    this.plan = plan;
    this.secrets = secrets;
    this.folder = folder;
    this.gate = gate;
    this.stop = stop;
    stored = PlanJson.masked(plan, secrets);
  }

  /** Makes the load and judges it; empty if it was interrupted. */
  Optional<ProbeResult> run(Engine engine, Console console, Screen screen) {
    try {
      RunEnd end = load(engine, console, screen);
      keepJudgedPlan();
      ProbeResult result = judge();
      return end.reason() == RunEnd.Reason.INTERRUPTED ? Optional.empty() : Optional.of(result);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write to " + folder.path(), e);
    }
  }

  private RunEnd load(Engine engine, Console console, Screen screen) throws IOException {
    Secrets kept = new Secrets(secrets);
    RunHeader header = RunFacts.header(plan.name(), stored.digest(), engine, console.environment());
    Files.writeString(folder.plan(), PlanJson.write(stored));
    CapacityCheckpoints checkpoints = new CapacityCheckpoints(plan, this::look);
    try (RunLogWriter log = new RunLogWriter(folder.log(), header, SeriesCatalog.of(plan));
        LiveLine live = new LiveLine(plan, console.out(), screen)) {
      RunEnd end =
          engine.run(
              interval -> {
                kept.mask(interval);
                log.onInterval(interval);
                live.onInterval(interval);
                checkpoints.onInterval(interval);
              },
              stop);
      log.end(end);
      return end;
    }
  }

  private void look(int checkpoint, Interval unfinished) {
    if (stop.stopped()) {
      return;
    }
    try {
      RunResult log = RunLogReader.open(folder.log(), stored);
      RunResult run =
          new RunResult(
              judged(checkpoint),
              log.header(),
              new RunEnd(RunEnd.Reason.COMPLETED, "", unfinished.toNanos()),
              listener -> {
                log.intervals().replay(listener);
                listener.onInterval(unfinished);
              });
      if (ProbeJudge.of(probe, run, gate.judge(run)).settled()) {
        settled = checkpoint;
        String length = Units.format(probe.checkpoints().get(checkpoint - 1));
        stop.stop(RunEnd.Reason.STOPPED, "settled after " + length);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + folder.log(), e);
    }
  }

  private LoadPlan judged(int checkpoints) {
    return CapacityPlan.upTo(stored, checkpoints);
  }

  private ProbeResult judge() throws IOException {
    LoadPlan judged = PlanJson.read(Files.readString(folder.plan()));
    RunResult run = RunLogReader.open(folder.log(), judged);
    Verdict verdict = gate.judge(run);
    RunReports.of(run, verdict).write(folder.path());
    return ProbeJudge.of(probe, run, verdict);
  }

  /** The log names the plan that it belongs to in its second line. */
  private void keepJudgedPlan() throws IOException {
    LoadPlan judged = judged(settled > 0 ? settled : probe.checkpoints().size());
    Path copy = folder.path().resolve(".run.log.part");
    try (BufferedReader from = Files.newBufferedReader(folder.log());
        BufferedWriter to = Files.newBufferedWriter(copy)) {
      to.write(from.readLine() + "\n");
      String header = String.valueOf(from.readLine());
      to.write(header.replace(stored.digest(), judged.digest()) + "\n");
      from.transferTo(to);
    }
    Files.writeString(folder.plan(), PlanJson.write(judged));
    Files.move(copy, folder.log(), StandardCopyOption.REPLACE_EXISTING);
  }
}
