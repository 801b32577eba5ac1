package io.sluice.k6.metrics;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** A group of a script: its checks and the groups within, in the order in which they were met. */
public final class CheckGroup {
  /** What parts the names in a path. */
  public static final String SEPARATOR = "::";

  private final String path;
  private final String name;
  private final Map<String, CheckGroup> groups = new LinkedHashMap<>();
  private final Map<String, CheckCount> checks = new LinkedHashMap<>();
  private final Consumer<CheckCount> onNew;

  CheckGroup(String path, String name, Consumer<CheckCount> onNew) {
    this.path = path;
    this.name = name;
    this.onNew = onNew;
  }

  /** The group within that has this name, made if there is none. */
  public CheckGroup group(String groupName) {
    CheckGroup known = groups.get(groupName);
    if (known == null) {
      known = new CheckGroup(path + SEPARATOR + groupName, groupName, onNew);
      groups.put(groupName, known);
    }
    return known;
  }

  /** The check of this name, made if there is none. Keep it and add to it. */
  public CheckCount check(String checkName) {
    CheckCount known = checks.get(checkName);
    if (known == null) {
      known = new CheckCount(path, checkName);
      checks.put(checkName, known);
      onNew.accept(known);
    }
    return known;
  }

  /** The path, each name after a {@value #SEPARATOR}; empty of the root. */
  public String path() {
    return path;
  }

  /** The name; empty of the root. */
  public String name() {
    return name;
  }

  /** The groups within. */
  public List<CheckGroup> groups() {
    return List.copyOf(groups.values());
  }

  /** The checks of this group itself. */
  public List<CheckCount> checks() {
    return List.copyOf(checks.values());
  }

  /** Adds another group's checks to this one's, and those of the groups within. */
  void add(CheckGroup other) {
    other.checks.values().forEach(check -> check(check.name()).add(check));
    other.groups.values().forEach(group -> group(group.name).add(group));
  }
}
