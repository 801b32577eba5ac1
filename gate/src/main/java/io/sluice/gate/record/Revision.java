package io.sluice.gate.record;

/**
 * What was tested, as far as the environment of the run knew.
 *
 * @param branch of the version control system, or empty
 * @param commit likewise
 * @param build address of the build that made the run, or empty
 */
public record Revision(String branch, String commit, String build) {
  /** Nothing is known. */
  public static final Revision UNKNOWN = new Revision("", "", "");

  private static final int SHORT = 8;

  /** {@code main 1a2b3c4d}, or empty. */
  public String label() {
    String hash = commit.substring(0, Math.min(SHORT, commit.length()));
    return (branch + " " + hash).strip();
  }
}
