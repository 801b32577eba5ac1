package io.sluice.k6.metrics;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The groups and checks of one cell.
 *
 * <p>Threads: all methods are called on the cell's own thread. Whoever keeps a {@link CheckCount}
 * adds to it for the price of an addition; by path and name it takes two look-ups.
 */
public final class CheckTree {
  private final List<CheckCount> inOrder = new ArrayList<>();
  private final CheckGroup root = new CheckGroup("", "", inOrder::add);
  private final Map<String, CheckGroup> byPath = new HashMap<>();

  /** An empty tree. */
  public CheckTree() {
    byPath.put("", root);
  }

  /** What stands outside of all groups. */
  public CheckGroup root() {
    return root;
  }

  /**
   * The group at a path, made with those around it if it is new.
   *
   * @param path as the {@code group} tag has it, such as {@code ::cart::pay}; empty for the root
   */
  public CheckGroup group(String path) {
    CheckGroup known = byPath.get(path);
    if (known == null) {
      int last = path.lastIndexOf(CheckGroup.SEPARATOR);
      CheckGroup parent = group(path.substring(0, Math.max(0, last)));
      known = parent.group(path.substring(last < 0 ? 0 : last + CheckGroup.SEPARATOR.length()));
      byPath.put(path, known);
    }
    return known;
  }

  /** Takes the outcome of a check. */
  public void add(String groupPath, String check, boolean passed) {
    group(groupPath).check(check).add(passed);
  }

  /** Moves what was added since the last time into the totals. */
  public void drainTo(CheckTotals totals) {
    totals.take(this);
  }

  /** All checks, in the order in which they were first made. */
  List<CheckCount> inOrder() {
    return inOrder;
  }
}
