package io.sluice.engine.user;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sluice.model.plan.Comparison;
import io.sluice.model.plan.Condition;
import io.sluice.model.plan.DataSource;
import io.sluice.model.plan.Expr;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValueCompilerTest {
  private static final DataSource PEOPLE =
      new DataSource(
          "people",
          List.of("name", "age"),
          List.of(List.of("Ann", "31"), List.of("Bob", "x"), List.of("Cé", "5")));

  private final ValueCompiler values = new ValueCompiler(List.of(PEOPLE));
  private final VirtualUser user = Cells.user(Cells.idle().build(), 4);

  private static Expr whole(long value) {
    return new Expr.Whole(value);
  }

  private static Expr text(String value) {
    return new Expr.Text(value);
  }

  private long number(Expr expr) {
    return values.number(expr).of(user);
  }

  private String read(Expr expr) {
    return Cells.text(values.text(expr), user);
  }

  private boolean holds(Condition condition) {
    return values.test(condition).holds(user);
  }

  @Test
  void computesWholeNumbers() {
    assertEquals(7, number(new Expr.Sum(whole(3), whole(4))));
    assertEquals(-1, number(new Expr.Difference(whole(3), whole(4))));
    assertEquals(12, number(new Expr.Product(whole(3), whole(4))));
    assertEquals("-12", read(new Expr.Product(whole(3), whole(-4))));
    assertEquals(5, number(new Expr.UserNumber()), "the fifth");
    user.iteration = 9;
    assertEquals("9", read(new Expr.IterationNumber()));
  }

  @Test
  void readsTextAsANumberWhereANumberIsExpected() {
    assertEquals(43, number(new Expr.Sum(text("42"), whole(1))));
    assertEquals(1, number(new Expr.Sum(text("forty"), whole(1))));
    user.slots.setText(0).append("17");
    assertEquals(34, number(new Expr.Product(new Expr.Slot(0), whole(2))));
    user.slots.setNumber(1, 0);
    assertEquals(31, number(new Expr.Field(0, 1, 1)));
  }

  @Test
  void readsFieldsOfTheRowThatASlotPointsAt() {
    user.slots.setNumber(2, 2);
    assertEquals("Cé", read(new Expr.Field(0, 0, 2)));
    assertEquals("5", read(new Expr.Field(0, 1, 2)));
  }

  @Test
  void drawsRowsAndIntegersFromAllThatThereAre() {
    Set<Long> rows = new HashSet<>();
    int[] counts = new int[6];
    for (int i = 0; i < 6000; i++) {
      rows.add(number(new Expr.PickRow(0)));
      counts[(int) number(new Expr.RandomInteger(whole(10), whole(15))) - 10]++;
    }
    assertEquals(Set.of(0L, 1L, 2L), rows);
    for (int count : counts) {
      assertEquals(1000, count, 150, "five standard deviations are 144");
    }
    assertEquals(8, number(new Expr.RandomInteger(whole(8), whole(8))));
    assertEquals(8, number(new Expr.RandomInteger(whole(8), whole(3))), "the ends out of order");
  }

  @Test
  void uuidsAreOfVersion4AndAllDifferent() {
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < 1000; i++) {
      String uuid = read(new Expr.Uuid());
      assertEquals(uuid, java.util.UUID.fromString(uuid).toString());
      assertEquals(4, java.util.UUID.fromString(uuid).version());
      assertEquals(2, java.util.UUID.fromString(uuid).variant());
      assertTrue(seen.add(uuid));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "LT,true,false,false",
    "LE,true,true,false",
    "GT,false,false,true",
    "GE,false,true,true",
    "EQ,false,true,false",
    "NE,true,false,true"
  })
  void comparesNumbers(Comparison comparison, boolean less, boolean same, boolean more) {
    assertEquals(less, holds(new Condition.CompareNumbers(whole(9), comparison, text("10"))));
    assertEquals(same, holds(new Condition.CompareNumbers(whole(10), comparison, text("10"))));
    assertEquals(more, holds(new Condition.CompareNumbers(whole(11), comparison, text("10"))));
  }

  @Test
  void comparesTexts() {
    user.slots.setText(0).append("abc");
    Condition same = new Condition.CompareTexts(new Expr.Slot(0), Comparison.EQ, text("abc"));
    assertTrue(holds(same));
    assertFalse(holds(new Condition.Not(same)));
    assertTrue(holds(new Condition.CompareTexts(new Expr.Slot(0), Comparison.NE, text("ab"))));
    assertFalse(holds(new Condition.CompareTexts(new Expr.Slot(0), Comparison.EQ, text("abcd"))));
  }

  @Test
  void comparesTextsThatAreComputedFromTexts() {
    Expr six = new Expr.Sum(text("5"), whole(1));
    assertTrue(holds(new Condition.CompareTexts(six, Comparison.EQ, text("6"))));
    assertTrue(holds(new Condition.CompareTexts(text("6"), Comparison.EQ, six)));
    Expr nested = new Expr.Sum(new Expr.Sum(text("1"), text("2")), text("3"));
    assertTrue(holds(new Condition.CompareTexts(nested, Comparison.EQ, six)));
  }

  @Test
  void asksForSlotsAndTheLastOutcome() {
    assertFalse(holds(new Condition.Present(3)));
    user.slots.setText(3);
    assertTrue(holds(new Condition.Present(3)), "an empty text is there");
    assertFalse(holds(new Condition.LastFailed()));
    user.lastFailed = true;
    assertTrue(holds(new Condition.LastFailed()));
  }

  @Test
  void usersHaveStreamsOfTheirOwn() {
    for (long seed : new long[] {0, 1, 42, -7}) {
      Set<Long> seen = new HashSet<>();
      List<VirtualUser> users = new ArrayList<>();
      var plan = Cells.idle().seed(seed).build();
      for (int n = 0; n < 200; n++) {
        users.add(Cells.user(plan, n));
      }
      for (VirtualUser each : users) {
        for (int i = 0; i < 50; i++) {
          assertTrue(seen.add(each.nextRandom()), "user " + each.number + ", draw " + i);
        }
      }
      assertEquals(Cells.user(plan, 3).nextRandom(), Cells.user(plan, 3).nextRandom());
    }
  }
}
