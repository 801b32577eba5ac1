package io.sluice.engine.door;

import io.sluice.model.plan.CheckSpec;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Gives the checks that code makes up their numbers in the plan, as they appear. A plan whose
 * checks are not known has room for so many; what comes when all are taken is counted as one.
 * Thread-safe.
 */
public final class CheckNames {
  /** What the last number stands for once all others are taken. */
  public static final String OTHERS = "(other checks)";

  private final int room;
  private final Map<CheckSpec, Integer> numbers = new HashMap<>();
  private final List<CheckSpec> named = new ArrayList<>();

  /**
   * Names for a plan.
   *
   * @param room how many numbers there are, at least 2
   */
  public CheckNames(int room) {
    this.room = room;
  }

  /** The checks of a plan whose checks are not known yet. */
  public List<CheckSpec> unknown() {
    List<CheckSpec> specs = new ArrayList<>();
    for (int i = 0; i < room; i++) {
      specs.add(CheckSpec.ofCode("check " + (i + 1), ""));
    }
    return specs;
  }

  /**
   * The number of a check, the same for the same name and group.
   *
   * @param group path of the groups that it is made in, joined by {@code " / "}, or empty
   */
  public synchronized int number(String name, String group) {
    CheckSpec check = CheckSpec.ofCode(name.isBlank() ? "(no name)" : name, group);
    Integer known = numbers.get(check);
    if (known != null) {
      return known;
    }
    if (named.size() == room - 1) {
      named.add(CheckSpec.ofCode(OTHERS, ""));
    }
    if (named.size() == room) {
      return room - 1; // not kept: there may be millions
    }
    numbers.put(check, named.size());
    named.add(check);
    return named.size() - 1;
  }

  /** How many there are by now. */
  public synchronized int count() {
    return named.size();
  }

  /** The checks that were made so far, by number. */
  public synchronized List<CheckSpec> checks() {
    return List.copyOf(named);
  }
}
