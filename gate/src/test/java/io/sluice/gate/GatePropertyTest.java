package io.sluice.gate;

import static io.sluice.gate.FakeRun.BROWSE;
import static io.sluice.gate.FakeRun.FROM;
import static io.sluice.gate.FakeRun.PAY;
import static io.sluice.gate.FakeRun.TO;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GatePropertyTest {
  private static final String[] OBJECTIVES = {
    "p90 < 1s", "p99{endpoint:checkout} < 2s", "error_rate < 5%", "availability >= 95%"
  };

  private static FakeRun random(long seed, int extraBad) {
    Random random = new Random(seed);
    FakeRun run = new FakeRun(OBJECTIVES);
    int slow = random.nextInt(6);
    int failed = random.nextInt(4);
    for (int second = FROM; second < TO; second++) {
      int n = random.nextInt(40);
      run.second(
          second,
          s ->
              s.ok(BROWSE, n, 100)
                  .ok(PAY, n, 300)
                  .ok(PAY, slow, 2500)
                  .failed(BROWSE, failed + extraBad)
                  .failed(PAY, extraBad));
    }
    return run;
  }

  @Test
  void badRequestsNeverMakeAFailureBetter() {
    for (long seed = 0; seed < 60; seed++) {
      Verdict before = random(seed, 0).judge();
      Verdict after = random(seed, 1 + (int) (seed % 5)).judge();
      for (int i = 0; i < OBJECTIVES.length; i++) {
        ObjectiveResult then = before.objectives().get(i);
        ObjectiveResult now = after.objectives().get(i);
        assertFalse(
            then.status() == Status.FAIL && now.status() == Status.PASS,
            "seed " + seed + ": " + then + " became " + now);
      }
    }
  }

  @Test
  void theOrderOfSecondsChangesNoEstimate() {
    IntFunction<List<Integer>> shuffled =
        seed -> {
          List<Integer> order = new ArrayList<>(IntStream.range(FROM, TO).boxed().toList());
          Collections.shuffle(order, new Random(seed));
          order.addAll(0, IntStream.range(0, FROM).boxed().toList());
          return order;
        };
    for (int seed = 0; seed < 20; seed++) {
      Verdict straight = random(seed, 0).judge();
      Verdict permuted = random(seed, 0).inOrder(shuffled.apply(seed)).judge();
      assertEquals(estimates(straight), estimates(permuted));
    }
  }

  private static List<Double> estimates(Verdict verdict) {
    return verdict.objectives().stream().map(ObjectiveResult::estimate).toList();
  }
}
