package io.sluice.k6;

/** Why a script cannot be run, or ended: a sentence for its user, and k6's exit code. */
public final class K6Exception extends Exception {
  private static final long serialVersionUID = 1L;

  private final ExitCode code;

  /**
   * An end with a reason.
   *
   * @param message one clear sentence, with the place in the script where there is one
   */
  public K6Exception(ExitCode code, String message) {
    super(message);
    this.code = code;
  }

  /** What the process exits with. */
  public ExitCode code() {
    return code;
  }
}
