package io.sluice.k6.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.sluice.k6.metrics.MetricRegistry;
import io.sluice.k6.run.ScriptNames.Place;
import io.sluice.k6.script.port.MetricType;
import io.sluice.model.plan.MetricSpec;
import io.sluice.model.plan.MetricSpec.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScriptNamesTest {
  private final StoreSamples.Definitions definitions =
      new StoreSamples.Definitions(new MetricRegistry());

  @Test
  void metricsOfTheScriptsOwnAreInThePlanAndBuiltInOnesAreNot() {
    int items = definitions.define("items", MetricType.TREND, false);
    int sent = definitions.define("data_sent", MetricType.COUNTER, false);
    int wait = definitions.define("wait", MetricType.TREND, true);
    int bought = definitions.define("bought", MetricType.RATE, false);
    ScriptNames names = new ScriptNames(definitions);
    int late = definitions.define("late", MetricType.GAUGE, false);

    assertEquals(
        List.of(
            new MetricSpec("items", Kind.NUMBERS),
            new MetricSpec("wait", Kind.TREND),
            new MetricSpec("bought", Kind.RATE)),
        names.metrics());
    assertEquals(new Place(0, Kind.NUMBERS), names.place(items));
    assertEquals(new Place(1, Kind.TREND), names.place(wait));
    assertEquals(new Place(2, Kind.RATE), names.place(bought));
    assertNull(names.place(sent));
    assertNull(names.place(late), "what only a user's own init stage defines has no place");
  }

  @Test
  void groupsAreAsThePlanHasThem() {
    assertEquals("", Notes.group(""));
    assertEquals("cart", Notes.group("::cart"));
    assertEquals("cart / pay", Notes.group("::cart::pay"));
  }
}
