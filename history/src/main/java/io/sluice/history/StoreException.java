package io.sluice.history;

/** A store that cannot be used. The message is one sentence without credentials. */
public final class StoreException extends Exception {
  private static final long serialVersionUID = 1;

  StoreException(String message, Throwable cause) {
    super(message, cause);
  }

  StoreException(String message) {
    super(message);
  }
}
