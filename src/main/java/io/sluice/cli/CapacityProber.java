package io.sluice.cli;

import io.sluice.engine.Engine;
import io.sluice.engine.TargetException;
import io.sluice.gate.capacity.Probe;
import io.sluice.gate.capacity.ProbeResult;
import io.sluice.gate.capacity.Purpose;
import io.sluice.model.plan.LoadPlan;
import io.sluice.model.run.Health.Counter;
import io.sluice.model.run.RunLogReader;
import io.sluice.reports.capacity.CapacityFacts;
import io.sluice.reports.terminal.Screen;
import io.sluice.scenarios.json.PlanJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Carries probes out against the real target, each in a folder of its own. */
final class CapacityProber implements Prober {
  private final CapacityPlan plans;
  private final List<String> secrets;
  private final LoadOptions options;
  private final GateOptions gate;
  private final Console console;
  private final Path out;
  private final Interrupts interrupts;

  /**
   * A prober.
   *
   * @param secrets values that must not be stored
   * @param out the folder that holds those of the probes
   */
  CapacityProber(
      CapacityPlan plans,
      List<String> secrets,
      LoadOptions options,
      GateOptions gate,
      Console console,
      Path out,
      Interrupts interrupts) {
    this.plans = plans;
    this.secrets = secrets;
    this.options = options;
    this.gate = gate;
    this.console = console;
    this.out = out;
    this.interrupts = interrupts;
  }

  @Override
  public Optional<ProbeResult> run(Probe probe) throws TargetException {
    LoadPlan plan = plans.of(probe);
    Engine engine = LoadRun.prepare(plan, secrets, options);
    RunFolder folder = RunFolder.create(out.resolve(CapacityFacts.folder(probe)));
    Screen screen = console.terminal() ? console.screen(options.quiet()) : Screen.quiet();
    Optional<ProbeResult> result =
        new CapacityProbe(probe, plan, secrets, folder, gate.gate(plan), interrupts.renewed())
            .run(engine, console, screen);
    if (probe.purpose() == Purpose.REFERENCE && result.isPresent()) {
      plans.held(held(folder));
    }
    return result;
  }

  /** How long an iteration held its user, in seconds: Little's law on the last intervals. */
  private static double held(RunFolder folder) {
    try {
      LoadPlan plan = PlanJson.read(Files.readString(folder.plan()));
      double[] most = new double[1];
      double[] offered = new double[2];
      RunLogReader.open(folder.log(), plan)
          .intervals()
          .replay(
              interval -> {
                most[0] = Math.max(most[0], (double) interval.health().get(Counter.USERS));
                offered[0] += interval.health().get(Counter.OFFERED);
                offered[1] = Math.max(offered[1], interval.toNanos() / 1e9);
              });
      return offered[0] == 0 ? 0 : most[0] / (offered[0] / offered[1]);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + folder.log(), e);
    }
  }
}
