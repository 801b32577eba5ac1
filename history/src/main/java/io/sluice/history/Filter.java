package io.sluice.history;

/**
 * Which runs are asked for.
 *
 * @param name of the scenario; empty for all
 * @param profile of the load; empty for all
 * @param last at most so many, the newest
 */
public record Filter(String name, String profile, int last) {
  /** Every one, up to a number. */
  public static Filter newest(int last) {
    return new Filter("", "", last);
  }
}
