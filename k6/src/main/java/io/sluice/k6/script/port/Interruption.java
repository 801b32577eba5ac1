package io.sluice.k6.script.port;

/** Unwinds a script whose user has to stop; no failure, and without a stack of its own. */
public final class Interruption extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** An interruption. */
  public Interruption(String reason) {
    super(reason, null, false, false);
  }
}
