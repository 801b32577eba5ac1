package io.sluice.gate.record;

import io.sluice.gate.compare.Change;

/**
 * Whether a run is worse than earlier ones.
 *
 * @param from id of the run before it
 * @param to its id
 * @param method how it was found
 * @param sentence it in one sentence
 */
public record RunChange(String from, String to, Method method, Change change, String sentence) {
  /** What a comparison rests on. */
  public enum Method {
    /** On every second of both runs: their folders are there. */
    RUN_LOGS,
    /** On what is stored of the runs: percentiles with intervals, of all earlier ones together. */
    STORED
  }
}
