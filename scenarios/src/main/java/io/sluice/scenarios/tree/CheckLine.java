package io.sluice.scenarios.tree;

import io.sluice.model.plan.Expectation;
import io.sluice.model.plan.Selector;
import io.sluice.scenarios.source.Location;

/**
 * A check as it was written.
 *
 * @param name empty for the default name
 * @param text the short text
 */
public record CheckLine(String name, String text, Demand demand, Location at) {
  /** What a response must satisfy. */
  public sealed interface Demand {}

  /** Something without holes. */
  public record Fixed(Expectation expectation) implements Demand {}

  /** The selector finds exactly this text. */
  public record EqualTo(Selector selector, Words expected) implements Demand {}
}
