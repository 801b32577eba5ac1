package io.sluice.k6.script.api;

/** What a script is being run for; some calls are allowed in some stages only. */
public enum Stage {
  /** Its top level: imports, options, metrics, files. */
  INIT,
  /** Its {@code setup}. */
  SETUP,
  /** An iteration of a user. */
  ITERATION,
  /** Its {@code teardown}. */
  TEARDOWN,
  /** Its {@code handleSummary}. */
  SUMMARY
}
