package io.sluice.scenarios.source;

import java.util.List;
import java.util.stream.Collectors;

/** A scenario that cannot be run, with everything that is wrong with it. */
public final class ScenarioException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<Problem> problems;

  /**
   * Holds problems.
   *
   * @param problems at least one, in the order of the source
   */
  public ScenarioException(List<Problem> problems) {
    super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
    if (problems.isEmpty()) {
      throw new IllegalArgumentException("a scenario exception must have at least one problem");
    }
    this.problems = List.copyOf(problems);
  }

  /** What is wrong, in the order of the source. */
  public List<Problem> problems() {
    return problems;
  }
}
