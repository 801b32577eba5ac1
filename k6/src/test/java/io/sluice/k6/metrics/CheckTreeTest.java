package io.sluice.k6.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class CheckTreeTest {
  private final CheckTotals totals = new CheckTotals();

  private static List<String> lines(List<CheckCount> checks) {
    return checks.stream()
        .map(c -> c.groupPath() + "/" + c.name() + " " + c.passes() + ":" + c.fails())
        .toList();
  }

  @Test
  void addsCellsUp() {
    CheckTree one = new CheckTree();
    one.add("::cart::pay", "ok", true);
    one.add("", "ok", false);
    CheckTree two = new CheckTree();
    two.add("", "fast", true);
    two.add("", "ok", true);
    one.drainTo(totals);
    two.drainTo(totals);
    one.add("::cart::pay", "ok", true);
    one.drainTo(totals);
    one.drainTo(totals);

    CheckGroup root = totals.root();
    assertEquals(List.of("/ok 1:1", "/fast 1:0"), lines(root.checks()));
    CheckGroup pay = root.groups().getFirst().groups().getFirst();
    assertEquals("::cart::pay", pay.path());
    assertEquals("pay", pay.name());
    assertEquals(List.of("::cart::pay/ok 2:0"), lines(pay.checks()));
    assertEquals(List.of("/ok 3:1", "/fast 1:0"), lines(totals.byName()));
  }

  @Test
  void keepsGroupsWithoutChecks() {
    CheckTree tree = new CheckTree();
    tree.group("::empty::inner");
    tree.drainTo(totals);

    assertEquals("::empty::inner", totals.root().group("empty").groups().getFirst().path());
  }

  @Test
  void countsThroughAKeptCheck() {
    CheckTree tree = new CheckTree();
    CheckCount kept = tree.group("::a").check("ok");
    kept.add(true);
    tree.drainTo(totals);
    kept.add(false);
    tree.drainTo(totals);

    assertEquals(List.of("/ok 1:1"), lines(totals.byName()));
  }
}
