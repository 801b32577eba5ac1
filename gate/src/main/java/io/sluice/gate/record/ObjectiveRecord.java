package io.sluice.gate.record;

import io.sluice.gate.Status;
import io.sluice.model.plan.Objective;

/**
 * How one objective of a run was judged.
 *
 * @param expression as the user wrote it
 * @param unit of the values
 * @param comparison {@code <}, {@code <=}, {@code >} or {@code >=}
 * @param threshold not a number if it is not known
 * @param estimate not a number without samples, infinite above every number
 * @param low lower end of the interval; not a number if there is none
 * @param high upper end of the interval; infinite if the samples do not bound it
 * @param samples how many requests, checks, values or seconds it rests on
 * @param effectiveSamples how many independent ones those are worth; not a number if that has no
 *     meaning
 * @param severity what it means for the run if it does not hold
 * @param reason one sentence that explains the status
 */
public record ObjectiveRecord(
    String expression,
    Unit unit,
    String comparison,
    double threshold,
    double estimate,
    double low,
    double high,
    long samples,
    double effectiveSamples,
    Objective.Severity severity,
    Status status,
    String reason) {
  /** What values are counted in, as {@code verdict.json} has it. */
  public enum Unit {
    /** Milliseconds. */
    MS,
    /** 0 to 1. */
    SHARE,
    /** Per second. */
    PER_SECOND,
    /** Bytes per second. */
    BYTES_PER_SECOND,
    /** A plain number. */
    NUMBER
  }

  /** What is judged, without the threshold, which may change from run to run. */
  public String subject() {
    int at = comparison.isEmpty() ? -1 : expression.lastIndexOf(comparison);
    return at > 0 ? expression.substring(0, at).strip() : expression;
  }
}
