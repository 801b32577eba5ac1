package io.sluice.k6.script.port;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.Map;
import org.junit.jupiter.api.Test;

class TagsTest {
  @Test
  void keysAreSortedWhateverTheirOrder() {
    var one = Tags.none().with("b", "2").with("a", "1").with("c", "3");
    assertEquals(Tags.of(Map.of("a", "1", "b", "2", "c", "3")), one);
    assertEquals("a", one.key(0));
    assertEquals("3", one.value(2));
  }

  @Test
  void sameAdditionIsTheSameObject() {
    var root = Tags.of(Map.of("a", "1"));
    assertSame(root.with("b", "2"), root.with("b", "2"));
    assertNotSame(root.with("b", "2"), root.with("b", "3"));
  }

  @Test
  void valueIsReplaced() {
    var replaced = Tags.of(Map.of("a", "1", "b", "2")).with("a", "9");
    assertEquals(Map.of("a", "9", "b", "2"), replaced.toMap());
  }

  @Test
  void keyIsRemoved() {
    var tags = Tags.of(Map.of("a", "1", "b", "2"));
    assertEquals(Map.of("b", "2"), tags.without("a").toMap());
    assertSame(tags, tags.without("c"));
    assertNull(tags.get("c"));
  }

  @Test
  void valuesWithoutEndAreForgottenNotKept() {
    var root = Tags.none();
    for (int i = 0; i < 10_000; i++) {
      assertEquals(Integer.toString(i), root.with("id", Integer.toString(i)).get("id"));
    }
  }
}
