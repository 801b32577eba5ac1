package io.sluice.scenarios.source;

import io.sluice.model.plan.Nearest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Collects problems, so that all of them can be told at once. */
public final class Problems {
  private final SourceText source;
  private final List<Problem> found = new ArrayList<>();

  /** Problems of a text. */
  public Problems(SourceText source) {
    this.source = source;
  }

  /** Notes a problem. */
  public void add(Location location, String message) {
    add(location, message, "", List.of());
  }

  /** Notes a problem, with the candidate that the word was probably meant to be. */
  public void add(Location location, String message, String word, Collection<String> candidates) {
    String nearest = Nearest.to(word, candidates);
    String hint = nearest == null ? "" : "did you mean '" + nearest + "'?";
    Problem problem = new Problem(location, message, hint, source.excerpt(location));
    if (!found.contains(problem)) {
      found.add(problem);
    }
  }

  /** Notes a problem of the file as a whole. */
  public void addToFile(String message) {
    add(Location.ofFile(source.file()), message);
  }

  /** Notes a problem of the file as a whole, with the candidate that was probably meant. */
  public void addToFile(String message, String word, Collection<String> candidates) {
    add(Location.ofFile(source.file()), message, word, candidates);
  }

  /** How many there are so far. */
  public int count() {
    return found.size();
  }

  /**
   * Goes on only if there are none.
   *
   * @throws ScenarioException with all of them
   */
  public void throwIfAny() {
    if (!found.isEmpty()) {
      found.sort(
          Comparator.comparingInt((Problem p) -> p.location().line())
              .thenComparingInt(p -> p.location().column()));
      throw new ScenarioException(found);
    }
  }
}
