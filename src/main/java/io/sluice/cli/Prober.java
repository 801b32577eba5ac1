package io.sluice.cli;

import io.sluice.engine.TargetException;
import io.sluice.gate.capacity.Probe;
import io.sluice.gate.capacity.ProbeResult;
import java.util.Optional;

/** Carries a probe out. */
@FunctionalInterface
interface Prober {
  /**
   * Makes its load and judges it.
   *
   * @return empty if the user interrupted it
   * @throws TargetException if the target cannot be loaded at all
   */
  Optional<ProbeResult> run(Probe probe) throws TargetException;
}
