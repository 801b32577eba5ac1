package io.sluice.engine.pace;

import io.sluice.model.plan.ArrivalModel;
import io.sluice.model.plan.ArrivalModel.Arm;
import java.util.Arrays;

/**
 * Which users of a closed load are a cell's. Users are numbered through the whole load from 0; the
 * shares of all cells, and of both arms where the load is split, are all users, each once.
 *
 * <p>Of a load that is split, the smaller arm has one user, at random, of each stretch of 1 / share
 * users: with equal shares one of the users 2i and 2i + 1, for every i. So both arms ramp together,
 * and the sizes differ from their shares by less than one user.
 */
public sealed interface UserShare {
  /** A cell's share of a closed load. */
  static UserShare of(ArrivalModel model, long seed, Shard shard) {
    return model instanceof ArrivalModel.Split split
        ? new OfArm(numbers(split, new Coin(seed), shard))
        : new OfAll(shard);
  }

  /** How many of the users 0 to {@code wanted} - 1 are its own. */
  int among(int wanted);

  /** The number of its k-th user, k from 0; beyond the last one a number that no user has. */
  int number(int k);

  /** Of a load that is not split. */
  record OfAll(Shard shard) implements UserShare {
    @Override
    public int among(int wanted) {
      return shard.shareOf(wanted);
    }

    @Override
    public int number(int k) {
      return shard.globalNumber(k);
    }
  }

  /** Of one arm: the numbers of its users, ascending. */
  final class OfArm implements UserShare {
    private final int[] numbers;

    private OfArm(int[] numbers) {
      this.numbers = numbers;
    }

    @Override
    public int among(int wanted) {
      int place = Arrays.binarySearch(numbers, wanted);
      return place < 0 ? -place - 1 : place;
    }

    @Override
    public int number(int k) {
      return k < numbers.length ? numbers[k] : Integer.MAX_VALUE - 1;
    }
  }

  private static int[] numbers(ArrivalModel.Split split, Coin coin, Shard shard) {
    int users = split.whole().maxUsers();
    boolean bIsSmaller = split.share() <= 0.5;
    boolean[] inSmaller = smaller(users, bIsSmaller ? split.share() : 1 - split.share(), coin);
    boolean wanted = bIsSmaller == (split.arm() == Arm.B);
    int[] numbers = new int[users];
    int found = 0;
    int k = 0;
    for (int number = 0; number < users; number++) {
      if (inSmaller[number] == wanted && k++ % shard.count() == shard.index()) {
        numbers[found++] = number;
      }
    }
    return Arrays.copyOf(numbers, found);
  }

  private static boolean[] smaller(int users, double share, Coin coin) {
    boolean[] chosen = new boolean[users];
    int next = 0;
    for (int j = 0; ; j++) {
      // Where 1 / share is no whole number, neighbours have a user in common: never chosen twice.
      next = Math.max(next, (int) Math.floor((j + coin.toss(j)) / share));
      if (next >= users) {
        return chosen;
      }
      chosen[next++] = true;
    }
  }
}
