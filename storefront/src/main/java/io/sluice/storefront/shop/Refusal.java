package io.sluice.storefront.shop;

/** A request that the shop does not serve, and why. Cheap to throw: it carries no stack trace. */
public final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Whose fault it is. */
  public enum Reason {
    /** A value is missing or out of its range. */
    INVALID,
    /** No valid token, or wrong credentials. */
    UNAUTHORIZED,
    /** The thing that is spoken of does not exist. */
    NOT_FOUND,
    /** An earlier step is missing. */
    CONFLICT
  }

  private final Reason reason;

  private Refusal(Reason reason, String message) {
    super(message, null, false, false);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }

  public static Refusal invalid(String message) {
    return new Refusal(Reason.INVALID, message);
  }

  public static Refusal unauthorized(String message) {
    return new Refusal(Reason.UNAUTHORIZED, message);
  }

  public static Refusal notFound(String message) {
    return new Refusal(Reason.NOT_FOUND, message);
  }

  public static Refusal conflict(String message) {
    return new Refusal(Reason.CONFLICT, message);
  }
}
