package io.sluice.engine.pace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sluice.model.plan.ArrivalModel;
import io.sluice.model.plan.ArrivalModel.UserStage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UserCurveTest {
  private static final long SECOND = 1_000_000_000;

  /** The line is rounded by 1e-9 users, so that n is reached in spite of binary fractions. */
  private static final long JUST = 20_000;

  private static UserCurve curve(int start, UserStage... stages) {
    return UserCurve.of(new ArrivalModel.RampingUsers(start, List.of(stages)));
  }

  private static UserStage to(int target, long seconds) {
    return new UserStage(Duration.ofSeconds(seconds), target);
  }

  private static final UserCurve UP_JUMP_DOWN =
      curve(0, to(10, 10), to(20, 0), to(20, 10), to(5, 0), to(0, 5), to(0, 5), to(2, 2));

  @ParameterizedTest
  @CsvSource({
    "-1, 0",
    "0, 0",
    "999, 0",
    "1000, 1",
    "5500, 5",
    "9999, 9",
    "10000, 20",
    "19999, 20",
    "20000, 5",
    "20999, 5",
    "21000, 4",
    "24000, 1",
    "24999, 1",
    "25000, 0",
    "29999, 0",
    "30000, 0",
    "31000, 1",
    "31999, 1",
    "32000, 0",
    "99999, 0"
  })
  void usersComeAtTheLineAndGoOneBelowIt(long millis, int users) {
    assertEquals(users, UP_JUMP_DOWN.usersAt(millis * 1_000_000));
  }

  @ParameterizedTest
  @CsvSource({
    "1, 0, 1000", "10, 0, 10000", "11, 0, 10000", "20, 0, 10000", "5, 2000, 5000",
    "5, 7000, 7000", "20, 15000, 15000", "5, 20000, 20000", "5, 20001, 20001", "5, 21000, never",
    "1, 23000, 23000", "1, 26000, 31000", "2, 26000, never", "21, 0, never", "1, 32000, never"
  })
  void aUserStartsWhenItIsFirstWantedFromATimeOn(int n, long fromMillis, String expected) {
    long at = UP_JUMP_DOWN.startOf(n, fromMillis * 1_000_000);
    assertEquals(expected, at == Long.MAX_VALUE ? "never" : Long.toString(Math.round(at / 1e6)));
  }

  @Test
  void startOfIsTheFirstTimeThatWantsThatMany() {
    Random random = new Random(3);
    for (int i = 0; i < 2000; i++) {
      int start = random.nextInt(3) * random.nextInt(50);
      List<UserStage> stages = new ArrayList<>();
      for (int s = 0; s <= random.nextInt(5); s++) {
        stages.add(to(random.nextInt(3) * random.nextInt(60), random.nextInt(4) * 3L));
      }
      stages.add(to(1 + random.nextInt(60), 7));
      UserCurve curve = UserCurve.of(new ArrivalModel.RampingUsers(start, stages));
      long length = stages.stream().mapToLong(s -> s.duration().toNanos()).sum();
      long from = random.nextLong(length);
      int n = 1 + random.nextInt(70);
      long at = curve.startOf(n, from);
      String what = "user " + n + " from " + from + " of " + start + stages;
      if (at == Long.MAX_VALUE) {
        for (long t = from; t < length; t += length / 100) {
          assertTrue(curve.usersAt(t) < n, what + " is wanted at " + t);
        }
      } else {
        assertTrue(at >= from, what);
        assertTrue(curve.usersAt(at) >= n, what + " starts at " + at);
        for (long t = from; t < at - JUST; t += Math.max(1, (at - from) / 50)) {
          assertTrue(curve.usersAt(t) < n, what + " is wanted at " + t);
        }
        assertTrue(at - JUST < from || curve.usersAt(at - JUST) < n, what + " before " + at);
      }
    }
  }

  @Test
  void sharesSumToTheWhole() {
    for (int cells = 1; cells <= 9; cells++) {
      for (int total = 0; total <= 40; total++) {
        int sum = 0;
        List<Integer> numbers = new ArrayList<>();
        for (int i = 0; i < cells; i++) {
          Shard shard = new Shard(i, cells);
          int share = shard.shareOf(total);
          sum += share;
          for (int k = 0; k < share; k++) {
            numbers.add(shard.globalNumber(k));
          }
        }
        assertEquals(total, sum);
        assertEquals(
            java.util.stream.IntStream.range(0, total).boxed().toList(),
            numbers.stream().sorted().toList());
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"-1, 1", "1, 1", "2, 1", "0, 0"})
  void thereIsNoSuchShard(int index, int count) {
    var e = assertThrows(IllegalArgumentException.class, () -> new Shard(index, count));
    assertEquals("no shard " + index + " of " + count, e.getMessage());
  }

  @Test
  void aFlatCurveIsLookedAtOnceAndAFallingOneOften() {
    assertEquals(20 * SECOND, UP_JUMP_DOWN.nextLook(12 * SECOND));
    long inTheFall = 20 * SECOND + 77;
    long look = UP_JUMP_DOWN.nextLook(inTheFall);
    assertTrue(look > inTheFall && look <= inTheFall + SECOND / 100);
    assertEquals(Long.MAX_VALUE, UP_JUMP_DOWN.nextLook(32 * SECOND));
  }

  @Test
  void anOpenModelHasNoUsers() {
    var open =
        new ArrivalModel.ConstantRate(1, Duration.ofSeconds(1), ArrivalModel.Spacing.UNIFORM, 1);
    var e = assertThrows(IllegalArgumentException.class, () -> UserCurve.of(open));
    assertEquals("an open model has no number of users", e.getMessage());
  }
}
