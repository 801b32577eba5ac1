package io.sluice.engine.door;

/** The iteration is cut: its time is over, or the run is. Code passes it on. */
public final class CutException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  CutException() {
    super("the iteration was cut", null, false, false);
  }
}
