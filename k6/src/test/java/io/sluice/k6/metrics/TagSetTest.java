package io.sluice.k6.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class TagSetTest {
  @Test
  void remembersWhatItDerived() {
    TagSet root = TagSet.root();
    TagSet a = root.with("url", "http://a").with("status", "200");

    assertSame(a, root.with("url", "http://" + "a".repeat(1)).with("status", "200"));
    assertEquals(a, TagSet.of(Map.of("status", "200", "url", "http://a")));
    assertEquals(a.hashCode(), TagSet.of(Map.of("status", "200", "url", "http://a")).hashCode());
    assertSame(a, a.with("status", "200"));
  }

  @Test
  void theSharedEmptySetRemembersNothing() {
    assertNotSame(TagSet.EMPTY.with("a", "b"), TagSet.EMPTY.with("a", "b"));
    assertEquals(TagSet.EMPTY.with("a", "b"), TagSet.root().with("a", "b"));
  }

  @Test
  void growsNoFurtherThanItsBound() {
    TagSet root = TagSet.root();
    TagSet first = root.with("url", "0");
    for (int i = 1; i < Derived.LIMIT + 100; i++) {
      assertEquals(Integer.toString(i), root.with("url", Integer.toString(i)).get("url"));
    }
    assertSame(first, root.with("url", "0"));
    String last = Integer.toString(Derived.LIMIT + 99);
    assertNotSame(root.with("url", last), root.with("url", last));
    assertEquals(root.with("url", last), root.with("url", last));
  }

  @Test
  void behavesAsAMapDoes() {
    Random random = new Random(7);
    TagSet root = TagSet.root();
    for (int run = 0; run < 500; run++) {
      Map<String, String> model = new TreeMap<>();
      TagSet set = root;
      for (int step = 0; step < 12; step++) {
        String name = "n" + random.nextInt(6);
        if (random.nextInt(4) == 0) {
          model.remove(name);
          set = set.without(name);
        } else {
          String value = "v" + random.nextInt(3);
          model.put(name, value);
          set = set.with(name, value);
        }
        assertEquals(model, set.toMap());
        assertEquals(model.get(name), set.get(name));
      }
      assertEquals(TagSet.of(model), set);
      assertEquals(model.size(), set.size());
      Map<String, String> less = new HashMap<>(model);
      less.remove("n0");
      assertTrue(set.containsAll(TagSet.of(less)));
      assertFalse(set.containsAll(TagSet.of(Map.of("other", "x"))));
      assertNull(set.get("other"));
    }
  }

  @Test
  void mayBeDerivedByManyThreadsAtOnce() throws Exception {
    TagSet root = TagSet.root();
    try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
      List<Future<List<TagSet>>> all = new ArrayList<>();
      for (int thread = 0; thread < 4; thread++) {
        all.add(
            threads.submit(
                () -> {
                  List<TagSet> made = new ArrayList<>();
                  for (int i = 0; i < 20_000; i++) {
                    String value = Integer.toString(i % 300);
                    made.add(root.with("url", value).with("name", value));
                  }
                  return made;
                }));
      }
      for (Future<List<TagSet>> future : all) {
        List<TagSet> made = future.get();
        for (int i = 0; i < made.size(); i++) {
          String value = Integer.toString(i % 300);
          assertEquals(Map.of("name", value, "url", value), made.get(i).toMap());
        }
      }
    }
  }

  @Test
  void laysAnotherOverIt() {
    TagSet under = TagSet.of(Map.of("a", "1", "b", "1"));

    assertEquals(
        Map.of("a", "1", "b", "2", "c", "2"),
        under.with(TagSet.of(Map.of("b", "2", "c", "2"))).toMap());
  }
}
