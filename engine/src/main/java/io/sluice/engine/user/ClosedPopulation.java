package io.sluice.engine.user;

import io.sluice.engine.pace.Shard;
import io.sluice.engine.pace.UserCurve;
import io.sluice.engine.pace.UserShare;
import io.sluice.model.plan.ArrivalModel;
import io.sluice.model.run.Health.Counter;

/**
 * A closed model: keeps as many users busy as the curve wants. A user that is wanted no longer
 * finishes its iteration first; if it is wanted again meanwhile, it goes on.
 */
final class ClosedPopulation extends Population {
  private final UserCurve curve;
  private final UserShare share;
  private final long perUser;
  private final boolean counted;
  private long left;
  private final int most;
  private int wanted;
  private long nextChange;
  private long nextCut = Long.MAX_VALUE;

  ClosedPopulation(CellScripts scripts, int phase, ArrivalModel model, long seed, Shard shard) {
    super(scripts, phase, seed);
    ArrivalModel whole = model.whole();
    share = UserShare.of(model, seed, shard);
    curve = UserCurve.of(whole);
    perUser = whole instanceof ArrivalModel.Iterations i ? i.perUser() : Long.MAX_VALUE;
    boolean shared = whole instanceof ArrivalModel.SharedIterations;
    counted = shared || perUser != Long.MAX_VALUE;
    left =
        whole instanceof ArrivalModel.SharedIterations s
            ? shard.shareOf(s.iterations())
            : Long.MAX_VALUE;
    most = share.among(whole.maxUsers());
    nextChange = start();
  }

  /** What a closed model wants to start depends on the answers: it is planned as it begins. */
  @Override
  public void plan(long before) {}

  @Override
  public int pace(long now) {
    if (now >= nextCut) {
      cutLate(now);
    }
    if (over() || now < nextChange) {
      return 0;
    }
    int target = plannedUsers(now);
    int started = 0;
    while (wanted < target) {
      started += want(wanted++, now);
    }
    if (wanted > target) {
      retire(target, now);
    }
    long up = curve.startOf(share.number(wanted) + 1, now - start());
    long look = curve.nextLook(now - start());
    long next = Math.min(up, look);
    nextChange = next == Long.MAX_VALUE ? next : start() + Math.max(now - start() + 1, next);
    return started;
  }

  /** Those that the load ends with have the whole graceful stop, others that of a falling ramp. */
  private void retire(int target, long now) {
    long grace = scripts().runner().rampDownNanos(phase());
    int last = now >= end() ? share.among(curve.lastLevel()) : 0;
    while (wanted > target) {
      VirtualUser user = users().get(--wanted);
      user.retiring = true;
      if (grace != Long.MAX_VALUE && wanted >= last) {
        user.cutAt = Math.min(now + grace, graceEnd());
        nextCut = Math.min(nextCut, user.cutAt);
      }
    }
    if (now >= nextCut) {
      cutLate(now);
    }
  }

  /** Cuts who has had its time since it was not wanted any more. */
  private void cutLate(long now) {
    nextCut = Long.MAX_VALUE;
    for (VirtualUser user : users()) {
      if (user.cutAt <= now) {
        user.cutAt = Long.MAX_VALUE;
        scripts().runner().abort(user);
      }
      nextCut = Math.min(nextCut, user.cutAt);
    }
  }

  private int want(int k, long now) {
    boolean exists = k < users().size();
    VirtualUser user = exists ? users().get(k) : addUser(share.number(k));
    user.retiring = false;
    user.cutAt = Long.MAX_VALUE;
    if (user.state != VirtualUser.State.IDLE || user.iteration >= perUser || left == 0) {
      return 0;
    }
    left--;
    long intended = start() + curve.startOf(user.number + 1, nextChange - start());
    scripts().recorder().health().add(Counter.PLANNED, 1);
    begin(user, Math.min(intended, now));
    return 1;
  }

  @Override
  public long nextStart() {
    return over() ? nextCut : Math.min(nextChange, nextCut);
  }

  @Override
  public int plannedUsers(long now) {
    return over() ? 0 : share.among(curve.usersAt(now - start()));
  }

  @Override
  boolean wantsAgain(VirtualUser user) {
    boolean again =
        !over() && !user.retiring && user.iteration < perUser && left > 0 && user.readyAt < end();
    left -= again ? 1 : 0;
    return again;
  }

  @Override
  void leave(VirtualUser user) {
    scripts().runner().closeLinks(user);
  }

  @Override
  public boolean exhausted() {
    return counted && wanted == most && active() == 0;
  }
}
