package io.sluice.engine.pace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sluice.model.plan.ArrivalModel;
import io.sluice.model.plan.ArrivalModel.Arm;
import io.sluice.model.plan.ArrivalModel.Split;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UserShareTest {
  private static Split split(int users, Arm arm, double share) {
    return new Split(new ArrivalModel.ConstantUsers(users, Duration.ofSeconds(1)), arm, share);
  }

  private static List<Integer> numbers(Split split, long seed, Shard shard) {
    UserShare share = UserShare.of(split, seed, shard);
    int count = share.among(split.whole().maxUsers());
    return IntStream.range(0, count).mapToObj(share::number).toList();
  }

  @ParameterizedTest
  @CsvSource({"1, 0.5", "2, 0.5", "7, 0.5", "100, 0.5", "100, 0.2", "101, 0.3", "50, 0.77"})
  void bothArmsOverAllCellsAreAllUsers(int users, double share) {
    for (int cells = 1; cells <= 4; cells++) {
      List<Integer> union = new ArrayList<>();
      for (int i = 0; i < cells; i++) {
        for (Arm arm : Arm.values()) {
          union.addAll(numbers(split(users, arm, share), 3, new Shard(i, cells)));
        }
      }
      assertEquals(IntStream.range(0, users).boxed().toList(), union.stream().sorted().toList());
    }
  }

  @Test
  void ofEveryTwoUsersEachArmHasOne() {
    List<Integer> ofA = numbers(split(1000, Arm.A, 0.5), 1, Shard.WHOLE);
    List<Integer> ofB = numbers(split(1000, Arm.B, 0.5), 1, Shard.WHOLE);
    assertEquals(500, ofA.size());
    int firsts = 0;
    for (int i = 0; i < 500; i++) {
      assertEquals(i, ofA.get(i) / 2);
      assertEquals(i, ofB.get(i) / 2);
      firsts += ofB.get(i) % 2 == 0 ? 1 : 0;
    }
    assertEquals(250, firsts, 3.9 * Math.sqrt(500 / 4.0), "a fair coin says which");
  }

  @Test
  void theOddUserIsEithersByCoin() {
    int toB = 0;
    for (long seed = 0; seed < 400; seed++) {
      toB += numbers(split(1, Arm.B, 0.5), seed, Shard.WHOLE).size();
    }
    assertEquals(200, toB, 3.9 * Math.sqrt(400 / 4.0));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.01, 0.1, 0.2, 0.3, 0.4, 0.45, 0.5, 0.6, 0.8, 0.99})
  void atEveryNumberOfUsersTheArmsHaveTheirSharesButOne(double share) {
    UserShare ofB = UserShare.of(split(500, Arm.B, share), 9, Shard.WHOLE);
    UserShare ofA = UserShare.of(split(500, Arm.A, share), 9, Shard.WHOLE);
    for (int users = 0; users <= 500; users++) {
      assertEquals(users, ofA.among(users) + ofB.among(users));
      assertEquals(users * share, ofB.among(users), 1.0 + 1e-9, users + " users");
    }
  }

  @Test
  void howManyAreAmongAndWhichTheyAreAgree() {
    for (UserShare share :
        List.of(
            UserShare.of(split(100, Arm.B, 0.3), 2, new Shard(1, 2)),
            UserShare.of(split(100, Arm.A, 0.3).whole(), 2, new Shard(1, 3)))) {
      for (int k = 0; k < share.among(100); k++) {
        assertEquals(k, share.among(share.number(k)));
        assertEquals(k + 1, share.among(share.number(k) + 1));
      }
      assertTrue(share.number(share.among(100)) >= 100, "beyond the last one is nobody");
    }
  }

  @Test
  void theSeedDecides() {
    assertEquals(
        numbers(split(100, Arm.B, 0.5), 1, Shard.WHOLE),
        numbers(split(100, Arm.B, 0.5), 1, Shard.WHOLE));
    assertNotEquals(
        numbers(split(100, Arm.B, 0.5), 1, Shard.WHOLE),
        numbers(split(100, Arm.B, 0.5), 2, Shard.WHOLE));
  }
}
