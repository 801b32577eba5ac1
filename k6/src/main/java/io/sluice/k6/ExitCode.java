package io.sluice.k6;

/** How a run of a k6 script ends, as k6's process tells its caller. */
public enum ExitCode {
  /** All thresholds hold; failed checks and exceptions in iterations change nothing. */
  OK(0),
  /** A threshold was crossed, at the end or before it. */
  THRESHOLDS_FAILED(99),
  /** {@code setup} took too long. */
  SETUP_TIMEOUT(100),
  /** {@code teardown} took too long. */
  TEARDOWN_TIMEOUT(101),
  /** Something else took too long. */
  TIMEOUT(102),
  /** Options, thresholds or flags that cannot be. */
  INVALID_CONFIG(104),
  /** A signal ended the run. */
  EXTERNAL_ABORT(105),
  /** An exception in the init stage, in {@code setup} or in {@code teardown}. */
  SCRIPT_EXCEPTION(107),
  /** The script called {@code exec.test.abort}. */
  SCRIPT_ABORTED(108),
  /** The script called {@code exec.test.fail}. */
  MARKED_AS_FAILED(110),
  /** Any other error. */
  ERROR(255);

  private final int number;

  ExitCode(int number) {
    this.number = number;
  }

  /** The process's exit status. */
  public int number() {
    return number;
  }
}
