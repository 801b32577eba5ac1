package io.sluice.scenarios.tree;

import io.sluice.model.plan.Comparison;
import io.sluice.scenarios.source.Location;

/** The condition of an {@code if}, as it was written. */
public sealed interface Question {
  /** {@code name is set}. */
  record IsSet(String name, Location at) implements Question {}

  /** {@code failed}: the last request did; {@code ok} is its opposite. */
  record LastFailed() implements Question {}

  /** Two values compared. */
  record Compare(Expression left, Comparison comparison, Expression right) implements Question {}

  /** The opposite. */
  record Not(Question question) implements Question {}
}
