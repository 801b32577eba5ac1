package io.sluice.k6.metrics;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The groups and checks of all cells. Any thread may call any method. */
public final class CheckTotals {
  private final CheckTree tree = new CheckTree();

  /** Takes a cell's counts, and leaves them at 0. */
  synchronized void take(CheckTree cell) {
    for (CheckCount check : cell.inOrder()) {
      tree.group(check.groupPath()).check(check.name()).add(check);
      check.reset();
    }
    tree.root().add(cell.root());
  }

  /** A copy of the tree of groups. */
  public synchronized CheckGroup root() {
    CheckTree copy = new CheckTree();
    copy.root().add(tree.root());
    return copy.root();
  }

  /** The checks by name, whatever group they are in, in the order in which they were first made. */
  public synchronized List<CheckCount> byName() {
    Map<String, CheckCount> byName = new LinkedHashMap<>();
    for (CheckCount check : tree.inOrder()) {
      byName.computeIfAbsent(check.name(), name -> new CheckCount("", name)).add(check);
    }
    return List.copyOf(byName.values());
  }
}
