package io.sluice.truth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sluice.gate.capacity.CapacityResult;
import io.sluice.gate.capacity.Conclusion;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The short version of the experiment: a few searches of each case. */
final class CapacityExperimentTest {
  private static final int SEARCHES = 4;

  static Stream<CapacityExperiment.Case> cases() {
    return Stream.of(
        CapacityExperiment.mm1(), CapacityExperiment.md1(), CapacityExperiment.tokens());
  }

  @ParameterizedTest
  @MethodSource("cases")
  void findsWhatIsKnown(CapacityExperiment.Case known) {
    for (int seed = 0; seed < SEARCHES; seed++) {
      CapacityResult result = CapacityExperiment.search(known, 20_000 + seed);

      assertEquals(Conclusion.FOUND, result.conclusion());
      double proven = result.proven() / known.truth();
      assertTrue(proven >= 0.8 && proven <= 1, known + ": proven " + proven);
      double estimate = CapacityExperiment.rate(result.estimate()) / known.truth();
      assertEquals(1, estimate, 0.05, known.toString());
      assertTrue(result.lowestFail() > result.proven());
    }
  }

  /** 3 million requests; the standard error of the share is below 0.0001. */
  @Test
  void aTokenBucketRefusesOnePercentAtItsCapacity() {
    CapacityExperiment.Case known = CapacityExperiment.tokens();
    VirtualTarget bucket = known.target().apply(1);
    SplittableRandom random = new SplittableRandom(5);
    int requests = 3_000_000;
    int refused = 0;
    double at = 0;
    for (int i = 0; i < requests; i++) {
      at -= Math.log(1 - random.nextDouble()) / known.truth();
      refused += bucket.answer(at) == VirtualTarget.REFUSED ? 1 : 0;
    }
    assertEquals(0.01, (double) refused / requests, 0.001);
  }

  /** By simulation: 3 million requests at the rate that the tail names. */
  @Test
  void aConstantServiceIsSlowForOnePercentAtItsCapacity() {
    CapacityExperiment.Case known = CapacityExperiment.md1();
    VirtualTarget server = known.target().apply(1);
    SplittableRandom random = new SplittableRandom(6);
    int requests = 3_000_000;
    int slow = 0;
    double at = 0;
    for (int i = 0; i < requests; i++) {
      at -= Math.log(1 - random.nextDouble()) / known.truth();
      slow += server.answer(at) > known.goal().limit() ? 1 : 0;
    }
    assertEquals(0.01, (double) slow / requests, 0.001);
  }
}
