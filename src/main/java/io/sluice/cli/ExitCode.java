package io.sluice.cli;

/** What the process tells its caller. */
enum ExitCode {
  /** The release may go through the gate. */
  PASS(0),
  /** A defect of this program, or a disk that cannot be written. */
  INTERNAL_ERROR(1),
  /** A mistake in the command, in the scenario, or a target that cannot be reached; no load. */
  BAD_USAGE(2),
  /** An objective does not hold. */
  FAIL(3),
  /** The evidence does not decide. */
  INCONCLUSIVE(4),
  /** The user interrupted the run; verdict and report were written for what there was. */
  INTERRUPTED(130);

  private final int code;

  ExitCode(int code) {
    this.code = code;
  }

  int code() {
    return code;
  }
}
