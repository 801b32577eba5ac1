package io.sluice.gate.capacity;

/** What a search wants. */
public sealed interface Step {
  /** A probe is to be run, and its result to be {@link CapacitySearch#take taken}. */
  record Run(Probe probe) implements Step {}

  /** It is over. */
  record Done(CapacityResult result) implements Step {}
}
