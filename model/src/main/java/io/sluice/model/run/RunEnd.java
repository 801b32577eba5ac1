package io.sluice.model.run;

/**
 * How a run ended.
 *
 * @param reason why it ended
 * @param detail a sentence for {@code STOPPED} and {@code LOST}, else empty
 * @param nanos when, from the start of the run
 */
public record RunEnd(Reason reason, String detail, long nanos) {
  /** Why a run ended. */
  public enum Reason {
    /** The plan was carried out. */
    COMPLETED,
    /** The user interrupted it. */
    INTERRUPTED,
    /** A stop signal ended it early. */
    STOPPED,
    /** The run log has no end: the process died. */
    LOST
  }
}
