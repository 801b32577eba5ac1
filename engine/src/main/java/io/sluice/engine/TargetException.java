package io.sluice.engine;

/**
 * A target cannot be loaded: its name has no address, it refuses connections, its certificate is
 * not trusted, or the set-up failed. No load was made. The message is one sentence for the user.
 */
public final class TargetException extends Exception {
  private static final long serialVersionUID = 1;

  TargetException(String message) {
    super(message);
  }
}
