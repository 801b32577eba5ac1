package io.sluice.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sluice.model.plan.CheckSpec;
import io.sluice.model.plan.LoadPlan;
import io.sluice.model.run.Interval;
import io.sluice.model.run.SeriesCatalog;
import io.sluice.scenarios.HitPlan;
import io.sluice.scenarios.json.PlanJson;
import io.sluice.scenarios.network.NetworkSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KnownPlanTest {
  private static final LoadPlan HIT =
      HitPlan.of("http://127.0.0.1:1/").plan(1, NetworkSettings.NONE);

  @TempDir private Path folder;
  private final List<CheckSpec> made = new ArrayList<>();

  private static LoadPlan with(List<CheckSpec> checks) {
    return HIT.withNames(HIT.targets(), HIT.requests(), checks);
  }

  private LoadPlan read() throws IOException {
    return PlanJson.read(Files.readString(folder.resolve("plan.json")));
  }

  @Test
  void namesAreStoredAsTheyAppear() throws IOException {
    CheckSpec first = CheckSpec.ofCode("first", "");
    CheckSpec second = CheckSpec.ofCode("second", "a / b");
    SeriesCatalog roomy = SeriesCatalog.of(with(List.of(first, second, second)));
    KnownPlan known =
        new KnownPlan(folder.resolve("plan.json"), roomy, made::size, () -> with(made));
    Interval seen = new Interval(roomy);
    seen.span(7, 70, 80);
    seen.check(3).record(true); // the first one in the second window

    assertEquals(with(List.of()), read());
    assertFalse(known.grew());

    made.add(first);
    assertTrue(known.grew());
    assertFalse(known.grew());
    assertEquals(with(List.of(first)), read());
    assertEquals(read(), known.plan());
    assertEquals(1, known.numbered(seen).check(1).passes());
    assertEquals(7, known.numbered(seen).number());

    made.add(second);
    assertTrue(known.grew());
    assertEquals(with(List.of(first, second)), read());
    assertEquals(1, known.numbered(seen).check(2).passes());
    assertEquals(80, known.numbered(seen).toNanos());
    assertEquals(1, files(), "nothing unfinished is left");
  }

  private long files() throws IOException {
    try (var files = Files.list(folder)) {
      return files.count();
    }
  }
}
