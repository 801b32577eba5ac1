package io.sluice.k6;

/** The version of k6 that scripts run as if by. */
public final class K6Version {
  /** The version's number, as it stands in the User-Agent and in summaries. */
  public static final String TEXT = "2.2.0";

  private K6Version() {}
}
