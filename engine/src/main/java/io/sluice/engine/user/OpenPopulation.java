package io.sluice.engine.user;

import io.sluice.engine.pace.ArrivalSequence;
import io.sluice.engine.pace.Shard;
import io.sluice.model.plan.ArrivalModel;
import io.sluice.model.run.Health.Counter;
import java.util.ArrayDeque;

/**
 * An open model: every arrival takes a free user, whatever the target does. Users keep their
 * connections from one arrival to the next. An arrival that finds no free user, and no room for
 * another, is dropped and counted.
 */
final class OpenPopulation extends Population {
  private final ArrivalModel model;
  private final ArrivalSequence arrivals;
  private final Shard shard;
  private final int most;
  private final ArrayDeque<VirtualUser> free = new ArrayDeque<>();
  private final Backlog backlog = new Backlog();
  private long next;

  OpenPopulation(CellScripts scripts, int phase, ArrivalModel model, long seed, Shard shard) {
    super(scripts, phase, seed);
    this.model = model;
    this.shard = shard;
    arrivals = ArrivalSequence.of(model, seed, shard);
    most = Math.max(1, shard.shareOf(model.maxUsers()));
    next = nextArrival();
  }

  private long nextArrival() {
    long nanos = arrivals.nextNanos();
    return nanos == ArrivalSequence.END ? Long.MAX_VALUE : start() + nanos;
  }

  /** The number of this cell's k-th user; no other user of the load, of either arm, has it. */
  private int number(int k) {
    return model instanceof ArrivalModel.Split split
        ? 2 * shard.globalNumber(k) + split.arm().ordinal()
        : shard.globalNumber(k);
  }

  private long takeNext() {
    scripts().recorder().health().add(Counter.PLANNED, 1);
    long intended = next;
    next = nextArrival();
    return intended;
  }

  @Override
  public void plan(long before) {
    while (next < before && !over()) {
      backlog.addLast(takeNext());
    }
  }

  @Override
  public int pace(long now) {
    int arrived = 0;
    while (!over() && (next <= now || !backlog.isEmpty())) {
      long intended = backlog.isEmpty() ? takeNext() : backlog.removeFirst();
      arrived++;
      VirtualUser user = free.pollLast();
      if (user == null && users().size() < most) {
        user = addUser(number(users().size()));
      }
      if (user == null) {
        scripts().runner().dropped(phase());
      } else {
        begin(user, intended);
      }
    }
    return arrived;
  }

  @Override
  public long nextStart() {
    return over() ? Long.MAX_VALUE : backlog.isEmpty() ? next : backlog.first();
  }

  @Override
  public int plannedUsers(long now) {
    return active();
  }

  @Override
  boolean wantsAgain(VirtualUser user) {
    return false;
  }

  @Override
  void leave(VirtualUser user) {
    if (over()) {
      scripts().runner().closeLinks(user);
    } else {
      free.addLast(user);
    }
  }

  /** Never before its end: a stretch without arrivals is part of the plan. */
  @Override
  public boolean exhausted() {
    return false;
  }
}
