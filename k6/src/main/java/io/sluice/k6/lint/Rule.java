package io.sluice.k6.lint;

/** Looks for one mistake. */
interface Rule {
  /** Notes where a script makes it. */
  void look(Subject script, Findings findings);
}
