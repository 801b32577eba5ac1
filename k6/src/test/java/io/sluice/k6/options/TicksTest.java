package io.sluice.k6.options;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TicksTest {
  private static final long SECOND = 1_000_000_000L;

  private static ScenarioCommon common(long gracefulStopSeconds) {
    return new ScenarioCommon("a", 0, gracefulStopSeconds * SECOND, Map.of(), null, Map.of());
  }

  private static RampingVus ramp(long start, long gracefulRampDown, long... stages) {
    List<Stage> list = new ArrayList<>();
    for (int i = 0; i < stages.length; i += 2) {
      list.add(new Stage(stages[i] * SECOND, stages[i + 1]));
    }
    return new RampingVus(common(30), start, list, gracefulRampDown * SECOND);
  }

  private static String text(List<VuStep> steps) {
    StringBuilder text = new StringBuilder();
    for (VuStep step : steps) {
      text.append(GoDuration.format(step.offsetNanos())).append(':').append(step.planned());
      text.append(' ');
    }
    return text.toString().strip();
  }

  @Test
  void rampsUsersUpAndDown() {
    assertEquals(
        "0s:0 2s:1 4s:2 6s:3 8s:4 10s:5 12s:4 14s:3 16s:2 18s:1 20s:0",
        text(RampingVusSteps.of(ramp(0, 0, 10, 5, 10, 0))));
  }

  @Test
  void jumpsStaysAndEnds() {
    assertEquals(
        "0s:1 0s:4 5s:2 10s:0", text(RampingVusSteps.of(ramp(1, 0, 0, 4, 5, 4, 0, 2, 5, 2))));
    assertEquals("0s:4 1s:3 2s:2 2s:0", text(RampingVusSteps.of(ramp(4, 0, 2, 2))));
  }

  /** k6's own example: users that finish are kept for 30 s, but not beyond the end. */
  @Test
  void keepsUsersThatFinish() {
    RampingVus ramp = ramp(4, 30, 2, 6, 5, 1, 4, 5, 4, 1, 3, 4, 2, 4, 0, 1, 3, 1);
    assertEquals(
        "0s:4 1s:5 2s:6 3s:5 4s:4 5s:3 6s:2 7s:1 8s:2 9s:3 10s:4 11s:5 12s:4 13s:3 14s:2 15s:1"
            + " 16s:2 17s:3 18s:4 20s:1 23s:0",
        text(RampingVusSteps.of(ramp)));
    assertEquals("0s:4 1s:5 2s:6 33s:5 42s:4 50s:1 53s:0", text(ramp.requirements()));
    assertEquals(6, ramp.maxVus());
  }

  @Test
  void needsNobodyAfterTheEndWithoutRampDown() {
    assertEquals("0s:0 5s:1 10s:2 15s:1 20s:0", text(ramp(0, 0, 10, 2, 10, 0).requirements()));
    assertEquals("0s:2 40s:0", text(ramp(2, 60, 10, 1).requirements()));
  }

  @Test
  void countsSlotsWhateverTheirProduct() {
    RampingVus big =
        new RampingVus(common(30), 0, List.of(new Stage(30 * 86_400 * SECOND, 200_000)), 0);
    List<VuStep> steps = RampingVusSteps.of(big);
    assertEquals(12_960_000_000L, steps.get(1).offsetNanos());
    assertEquals(30 * 86_400 * SECOND, steps.get(200_000).offsetNanos());
  }

  @ParameterizedTest
  @CsvSource({
    "50, 1, 1, 20000000, 50",
    "3, 1, 1, 333333333, 4",
    "1, 60, 300, 60000000000, 5",
    "7, 1, 2, 142857142, 15",
  })
  void ticksAtAConstantRate(
      long rate, long unitSeconds, long durationSeconds, long period, long count) {
    ConstantRateTicks ticks =
        ConstantRateTicks.of(
            new ConstantArrivalRate(
                common(0), rate, unitSeconds * SECOND, durationSeconds * SECOND, 1, 1));

    assertEquals(0, ticks.atNanos(0));
    assertEquals(period, ticks.atNanos(1));
    assertEquals(count, ticks.count());
    assertTrue(ticks.atNanos(count - 1) < durationSeconds * SECOND);
    assertTrue(ticks.atNanos(count) >= durationSeconds * SECOND);
  }

  private static RampingRateTicks ticks(long startRate, Stage... stages) {
    return RampingRateTicks.of(
        new RampingArrivalRate(common(0), startRate, SECOND, List.of(stages), 1, 1));
  }

  @Test
  void ticksWhereTheAreaIsWhole() {
    RampingRateTicks flat = ticks(2, new Stage(3 * SECOND, 2));
    assertEquals(6, flat.count());
    // 1 / 2e-9, cut off, as k6 has it too
    assertEquals(SECOND / 2 - 1, flat.atNanos(0));
    assertTrue(Math.abs(3 * SECOND - flat.atNanos(5)) <= 1);

    // 0 to 10 per second in 10 s: the i-th when t² / 2 = i
    RampingRateTicks up = ticks(0, new Stage(10 * SECOND, 10));
    assertEquals(50, up.count());
    assertEquals(1_414_213_562L, up.atNanos(0));
    assertEquals(10 * SECOND, up.atNanos(49));
  }

  @Test
  void agreesWithTheAreaUnderAnyRamp() {
    Random random = new Random(11);
    for (int run = 0; run < 200; run++) {
      int n = 1 + random.nextInt(4);
      Stage[] stages = new Stage[n];
      for (int i = 0; i < n; i++) {
        long seconds = random.nextInt(4) == 0 ? 0 : 1 + random.nextInt(20);
        stages[i] = new Stage(seconds * SECOND, random.nextInt(30));
      }
      long start = random.nextInt(30);
      RampingRateTicks ticks = ticks(start, stages);
      long before = 0;
      for (long i = 0; i < ticks.count(); i++) {
        long at = ticks.atNanos(i);
        assertTrue(at >= before - 1, "ticks must not go back");
        assertEquals(i + 1.0, area(start, stages, at), 1e-3);
        before = at;
      }
    }
  }

  private static double area(long rate, Stage[] stages, long atNanos) {
    double area = 0;
    double rest = atNanos / 1e9;
    double from = (double) rate;
    for (Stage stage : stages) {
      double length = stage.durationNanos() / 1e9;
      double part = Math.min(rest, length);
      if (length > 0) {
        double to = from + (stage.target() - from) * part / length;
        area += (from + to) / 2 * part;
      }
      rest -= part;
      from = (double) stage.target();
    }
    return area;
  }
}
