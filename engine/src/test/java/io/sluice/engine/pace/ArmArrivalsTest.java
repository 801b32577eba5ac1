package io.sluice.engine.pace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sluice.model.plan.ArrivalModel;
import io.sluice.model.plan.ArrivalModel.Arm;
import io.sluice.model.plan.ArrivalModel.RateStage;
import io.sluice.model.plan.ArrivalModel.Spacing;
import io.sluice.model.plan.ArrivalModel.Split;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class ArmArrivalsTest {
  private static final long SECOND = 1_000_000_000L;

  private static ArrivalModel constant(double rate, long seconds, Spacing spacing) {
    return new ArrivalModel.ConstantRate(rate, Duration.ofSeconds(seconds), spacing, 10);
  }

  private static ArrivalModel ramp(Spacing spacing) {
    return new ArrivalModel.RampingRate(
        0,
        List.of(
            new RateStage(Duration.ofSeconds(10), 60),
            new RateStage(Duration.ZERO, 20),
            new RateStage(Duration.ofSeconds(10), 0),
            new RateStage(Duration.ofSeconds(5), 40)),
        spacing,
        10);
  }

  private static List<Long> all(ArrivalModel model, long seed, Shard shard) {
    ArrivalSequence sequence = ArrivalSequence.of(model, seed, shard);
    List<Long> all = new ArrayList<>();
    for (long at = sequence.nextNanos(); at != ArrivalSequence.END; at = sequence.nextNanos()) {
      all.add(at);
    }
    assertEquals(ArrivalSequence.END, sequence.nextNanos(), "the end is the end");
    return all;
  }

  static Stream<Arguments> loads() {
    return Stream.of(Spacing.values())
        .flatMap(spacing -> Stream.of(constant(37.5, 40, spacing), ramp(spacing)))
        .flatMap(load -> Stream.of(0.5, 0.2, 0.95).map(share -> Arguments.of(load, share)));
  }

  @ParameterizedTest
  @MethodSource("loads")
  void bothArmsOverAllCellsAreTheWholeSequence(ArrivalModel load, double share) {
    for (long seed = 1; seed <= 3; seed++) {
      List<Long> whole = all(load, seed, Shard.WHOLE);
      for (int cells = 1; cells <= 5; cells++) {
        List<Long> union = new ArrayList<>();
        for (int i = 0; i < cells; i++) {
          for (Arm arm : Arm.values()) {
            union.addAll(all(new Split(load, arm, share), seed, new Shard(i, cells)));
          }
        }
        assertEquals(whole, union.stream().sorted().toList(), cells + " cells");
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Spacing.class)
  void whoseAnArrivalIsDoesNotDependOnTheNumberOfCells(Spacing spacing) {
    Split b = new Split(constant(50, 20, spacing), Arm.B, 0.5);
    List<Long> onOne = all(b, 7, Shard.WHOLE);
    List<Long> onThree = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      onThree.addAll(all(b, 7, new Shard(i, 3)));
    }
    assertEquals(onOne, onThree.stream().sorted().toList());
  }

  /** 99.99 % of fair coins lie within 3.9 deviations; 40 of them are tossed. */
  @ParameterizedTest
  @CsvSource({"0.5, POISSON", "0.5, UNIFORM", "0.2, POISSON", "0.01, UNIFORM"})
  void eachArmHasItsShareWithinBinomialBounds(double share, Spacing spacing) {
    ArrivalModel load = constant(500, 20, spacing);
    for (long seed = 1; seed <= 10; seed++) {
      int whole = all(load, seed, Shard.WHOLE).size();
      int ofB = all(new Split(load, Arm.B, share), seed, Shard.WHOLE).size();
      double deviation = Math.sqrt(whole * share * (1 - share));
      assertEquals(whole * share, ofB, 3.9 * deviation, "seed " + seed);
    }
  }

  @Test
  void neighboursAreDividedIndependently() {
    ArrivalModel load = constant(1000, 40, Spacing.UNIFORM);
    List<Long> whole = all(load, 3, Shard.WHOLE);
    List<Long> ofB = all(new Split(load, Arm.B, 0.5), 3, Shard.WHOLE);
    boolean[] isB = new boolean[whole.size()];
    ofB.forEach(at -> isB[Collections.binarySearch(whole, at)] = true);
    int equal = 0;
    for (int k = 1; k < isB.length; k++) {
      equal += isB[k] == isB[k - 1] ? 1 : 0;
    }
    double deviation = Math.sqrt(isB.length / 4.0);
    assertEquals(isB.length / 2.0, equal, 3.9 * deviation);
  }

  /** Were the coin the draw that makes the gap, B would have the arrivals after short gaps. */
  @Test
  void whoseAnArrivalIsHasNothingToDoWithTheGapBeforeIt() {
    ArrivalModel load = constant(1000, 40, Spacing.POISSON);
    List<Long> whole = all(load, 5, Shard.WHOLE);
    List<Long> ofB = all(new Split(load, Arm.B, 0.5), 5, Shard.WHOLE);
    double gaps = 0;
    for (long at : ofB) {
      int k = Collections.binarySearch(whole, at);
      gaps += at - (k == 0 ? 0 : whole.get(k - 1));
    }
    double mean = gaps / ofB.size() / 1e9;
    assertEquals(0.001, mean, 3.9 * 0.001 / Math.sqrt(ofB.size()));
  }

  @Test
  void armsHaveTheirLoadInTheSameSeconds() {
    ArrivalModel load = ramp(Spacing.UNIFORM);
    List<Long> ofA = all(new Split(load, Arm.A, 0.5), 1, Shard.WHOLE);
    List<Long> ofB = all(new Split(load, Arm.B, 0.5), 1, Shard.WHOLE);
    for (int second = 4; second < 10; second++) {
      assertTrue(in(ofA, second) > 3 && in(ofB, second) > 3, "second " + second);
    }
  }

  private static long in(List<Long> arrivals, int second) {
    return arrivals.stream().filter(at -> at / SECOND == second).count();
  }

  @Test
  void theSeedDecides() {
    Split b = new Split(constant(50, 20, Spacing.UNIFORM), Arm.B, 0.5);
    assertEquals(all(b, 1, Shard.WHOLE), all(b, 1, Shard.WHOLE));
    assertNotEquals(all(b, 1, Shard.WHOLE), all(b, 2, Shard.WHOLE));
  }
}
