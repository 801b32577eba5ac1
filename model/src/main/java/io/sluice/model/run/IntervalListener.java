package io.sluice.model.run;

/** Is told of the intervals of a run as they come: all cells merged, in order, each once. */
@FunctionalInterface
public interface IntervalListener {
  /**
   * An interval of the whole run is complete. It is valid during the call only: a listener copies
   * what it wants to keep.
   */
  void onInterval(Interval interval);
}
