package io.sluice.model.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.sluice.model.Plans;
import io.sluice.model.plan.LoadPlan;
import io.sluice.model.run.Health.Counter;
import java.util.List;
import org.junit.jupiter.api.Test;

class RenumberingTest {
  private static final LoadPlan SHOP = Plans.shop();
  private static final int STEADY = 1;

  private final SeriesCatalog known = SeriesCatalog.of(SHOP);
  private final SeriesCatalog roomy = roomy();

  /** The shop's plan with room for two more requests and one more check, which nobody names. */
  private static SeriesCatalog roomy() {
    return SeriesCatalog.of(
        SHOP.withNames(
            SHOP.targets(),
            List.of(
                SHOP.requests().get(0),
                SHOP.requests().get(1),
                SHOP.requests().get(1),
                SHOP.requests().get(1)),
            List.of(SHOP.checks().get(0), SHOP.checks().get(1), SHOP.checks().get(1))));
  }

  private Interval seen() {
    Interval seen = new Interval(roomy);
    seen.series(STEADY * 4 + 1).start();
    seen.series(STEADY * 4 + 3).start();
    seen.check(STEADY * 3).record(true);
    seen.check(STEADY * 3 + 2).record(true);
    seen.metric(STEADY * 2 + 1).count(true);
    seen.error(new ErrorKey("pay", Outcome.TIMEOUT, "late"), 2);
    seen.loop(1).add(Counter.RELEASED, 5);
    seen.health().add(Counter.RELEASED, 5);
    return seen;
  }

  @Test
  void eachNameKeepsWhatItHasAndWhatHasNoneIsLeftOut() {
    Interval sum = new Interval(known);

    new Renumbering(roomy, known).add(seen(), sum);

    assertEquals(1, sum.series(STEADY * 2 + 1).started());
    for (int s : new int[] {0, 1, 2, 4, 5}) {
      assertNull(sum.seriesIfSeen(s), "series " + s);
    }
    assertEquals(1, sum.check(STEADY * 2).passes());
    assertNull(sum.checkIfSeen(STEADY * 2 + 1));
    assertEquals(1, sum.metric(STEADY * 2 + 1).trues());
    assertEquals(2, sum.errors().get(new ErrorKey("pay", Outcome.TIMEOUT, "late")));
    assertEquals(5, sum.health().get(Counter.RELEASED));
    assertEquals(5, sum.loops().get(1).get(Counter.RELEASED));
  }

  @Test
  void itGoesTheOtherWayToo() {
    Interval little = new Interval(known);
    new Renumbering(roomy, known).add(seen(), little);
    Interval back = new Interval(roomy);

    new Renumbering(known, roomy).add(little, back);

    assertEquals(1, back.series(STEADY * 4 + 1).started());
    assertNull(back.seriesIfSeen(STEADY * 4 + 3));
    assertEquals(1, back.check(STEADY * 3).passes());
  }

  @Test
  void catalogsOfDifferentPlansAreRefused() {
    LoadPlan other =
        new LoadPlan(
            SHOP.name(),
            SHOP.profile(),
            SHOP.seed(),
            SHOP.targets(),
            SHOP.data(),
            SHOP.requests(),
            SHOP.checks(),
            List.of(),
            SHOP.scripts(),
            SHOP.setup(),
            SHOP.phases(),
            SHOP.objectives(),
            SHOP.limits(),
            SHOP.network());
    SeriesCatalog without = SeriesCatalog.of(other);
    assertThrows(IllegalArgumentException.class, () -> new Renumbering(without, known));
  }
}
