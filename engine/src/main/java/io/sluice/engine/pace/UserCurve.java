package io.sluice.engine.pace;

import io.sluice.model.plan.ArrivalModel;
import java.util.List;

/**
 * How many users a closed model wants at a time, on a line from level to level. User n, counted
 * from 1, comes when a rising line reaches n, and goes when a falling one reaches n - 1: each stays
 * for as long on the way down as it came late on the way up.
 */
public final class UserCurve {
  private static final long LOOK_NANOS = 5_000_000;
  private final long[] ends;
  private final int[] levels;

  private UserCurve(int start, List<ArrivalModel.UserStage> stages) {
    ends = new long[stages.size() + 1];
    levels = new int[stages.size() + 1];
    levels[0] = start;
    long at = 0;
    for (int i = 0; i < stages.size(); i++) {
      at += stages.get(i).duration().toNanos();
      ends[i + 1] = at;
      levels[i + 1] = stages.get(i).target();
    }
  }

  /**
   * The curve of a closed model.
   *
   * @throws IllegalArgumentException if the model is open
   */
  public static UserCurve of(ArrivalModel model) {
    return switch (model) {
      case ArrivalModel.ConstantUsers constant -> flat(constant.users(), constant);
      case ArrivalModel.Iterations iterations -> flat(iterations.users(), iterations);
      case ArrivalModel.SharedIterations shared -> flat(shared.users(), shared);
      case ArrivalModel.RampingUsers ramp -> new UserCurve(ramp.start(), ramp.stages());
      case ArrivalModel.Split split -> of(split.whole());
      case ArrivalModel.ConstantRate _, ArrivalModel.RampingRate _ ->
          throw new IllegalArgumentException("an open model has no number of users");
    };
  }

  private static UserCurve flat(int users, ArrivalModel model) {
    return new UserCurve(users, List.of(new ArrivalModel.UserStage(model.duration(), users)));
  }

  /** How many users are wanted at a time from the start of the phase; 0 from its end on. */
  public int usersAt(long nanos) {
    if (nanos < 0 || nanos >= ends[ends.length - 1]) {
      return 0;
    }
    int stage = stageAt(nanos);
    long length = ends[stage] - ends[stage - 1];
    int from = levels[stage - 1];
    double share = (double) (nanos - ends[stage - 1]) / length;
    double line = from + (levels[stage] - from) * share;
    return (int) (levels[stage] < from ? Math.ceil(line - 1e-9) : Math.floor(line + 1e-9));
  }

  /** How many users the last stage leads to; they end with the phase. */
  public int lastLevel() {
    return levels[levels.length - 1];
  }

  /**
   * When user n, counted from 1, is first wanted at or after a time; {@link Long#MAX_VALUE} if
   * never.
   */
  public long startOf(int n, long fromNanos) {
    for (int stage = 1; stage < ends.length; stage++) {
      int before = levels[stage - 1];
      int after = levels[stage];
      boolean past = ends[stage] <= Math.max(fromNanos, ends[stage - 1]);
      if (past || Math.max(before, after) < n) {
        continue;
      }
      if (before >= n) {
        if (fromNanos <= ends[stage - 1]) {
          return ends[stage - 1];
        }
        if (usersAt(fromNanos) >= n) {
          return fromNanos;
        }
        continue;
      }
      long length = ends[stage] - ends[stage - 1];
      long reached =
          ends[stage - 1] + (long) Math.ceil((double) (n - before) / (after - before) * length);
      if (reached < ends[stage]) { // else what comes next decides: the end may be a jump down
        return Math.max(fromNanos, reached);
      }
    }
    return Long.MAX_VALUE;
  }

  /** When the number of users must be looked at again even if nobody new is wanted before. */
  public long nextLook(long nanos) {
    if (nanos < 0 || nanos >= ends[ends.length - 1]) {
      return Long.MAX_VALUE;
    }
    int stage = stageAt(nanos);
    boolean falling = levels[stage] < levels[stage - 1];
    return falling ? Math.min(ends[stage], nanos + LOOK_NANOS) : ends[stage];
  }

  private int stageAt(long nanos) {
    int stage = 1;
    while (nanos >= ends[stage]) {
      stage++;
    }
    return stage;
  }
}
