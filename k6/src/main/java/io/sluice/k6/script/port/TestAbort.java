package io.sluice.k6.script.port;

/** Unwinds a script that asked for the end of the whole test. */
public final class TestAbort extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** An abort, with the script's reason. */
  public TestAbort(String message) {
    super(message, null, false, false);
  }
}
