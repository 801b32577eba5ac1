package io.sluice.engine.user;

import io.sluice.engine.pace.Shard;
import io.sluice.model.plan.ArrivalModel;
import io.sluice.model.plan.Phase;
import io.sluice.model.run.Health.Counter;
import java.util.ArrayList;
import java.util.List;

/**
 * One cell's share of the users of a phase: who exists, and what starts when. Belongs to the cell's
 * thread.
 */
public abstract sealed class Population permits ClosedPopulation, OpenPopulation {
  private final CellScripts scripts;
  private final CompiledScript script;
  private final WindowClock windows;
  private final int phase;
  private final long seed;
  private final long start;
  private final long end;
  private final long graceEnd;
  private final List<VirtualUser> users = new ArrayList<>();
  private int active;
  private int peak;
  private boolean over;

  Population(CellScripts scripts, int phase, long seed) {
    this.scripts = scripts;
    this.phase = phase;
    this.seed = seed;
    Phase planned = scripts.plan().phases().get(phase);
    script = scripts.script(planned.script());
    windows = new WindowClock(planned, scripts.catalog().firstWindow(phase));
    start = planned.start().toNanos();
    end = planned.end().toNanos();
    graceEnd = planned.end().plus(planned.gracefulStop()).toNanos();
  }

  /** A cell's share of a phase. */
  public static Population of(CellScripts scripts, int phase, Shard shard) {
    ArrivalModel model = scripts.plan().phases().get(phase).arrivals();
    long seed = scripts.plan().seed() + scripts.plan().stream(phase) * 0xD1B54A32D192ED03L;
    return model.open()
        ? new OpenPopulation(scripts, phase, model, seed, shard)
        : new ClosedPopulation(scripts, phase, model, seed, shard);
  }

  /** Counts as planned what was due before an instant, taken up or not. */
  public abstract void plan(long before);

  /** Starts what is due. Returns how much was started. */
  public abstract int pace(long now);

  /** When there is something to start again; {@link Long#MAX_VALUE} if never. */
  public abstract long nextStart();

  /** How many users the plan wants at a time, this cell's share; for open models those it has. */
  public abstract int plannedUsers(long now);

  /** Whether it is through before its end: all that it had to do is done. */
  public abstract boolean exhausted();

  /** Whether a user that has finished an iteration is to begin another at once. */
  abstract boolean wantsAgain(VirtualUser user);

  /** A user is in no iteration any more. */
  abstract void leave(VirtualUser user);

  /** No iteration starts from now on; those that only think end. */
  public final void finish() {
    if (!over) {
      over = true;
      scripts.runner().endIdle(this);
      for (VirtualUser user : users) {
        if (user.state == VirtualUser.State.IDLE) {
          scripts.runner().closeLinks(user);
        }
      }
    }
  }

  /** Cuts every iteration. */
  public final void abort() {
    over = true;
    for (VirtualUser user : users) {
      scripts.runner().abort(user);
    }
  }

  final VirtualUser addUser(int number) {
    VirtualUser user =
        new VirtualUser(
            this, number, scripts.plan().targets().size(), scripts.wantedHeaders().count());
    users.add(user);
    return user;
  }

  final void begin(VirtualUser user, long intended) {
    active++;
    peak = Math.max(peak, active);
    scripts.runner().start(user, intended);
  }

  /** A user's iteration came to its end; true if it is to begin another. */
  final boolean iterationEnded(VirtualUser user) {
    if (wantsAgain(user)) {
      scripts.recorder().health().add(Counter.PLANNED, 1);
      return true;
    }
    active--;
    leave(user);
    return false;
  }

  /** A user's iteration was cut. */
  final void iterationCut(VirtualUser user) {
    active--;
    scripts.runner().closeLinks(user);
  }

  final List<VirtualUser> users() {
    return users;
  }

  final CellScripts scripts() {
    return scripts;
  }

  final CompiledScript script() {
    return script;
  }

  final CompiledRequest request(int number) {
    return scripts.request(number);
  }

  final int windowAt(long nanos) {
    return windows.at(nanos);
  }

  final int phase() {
    return phase;
  }

  final long seed() {
    return seed;
  }

  final long start() {
    return start;
  }

  /** When the last iteration may start, from the start of the run. */
  public final long end() {
    return end;
  }

  /** When what was started is cut, from the start of the run. */
  public final long graceEnd() {
    return graceEnd;
  }

  /** Whether no iteration starts any more. */
  public final boolean over() {
    return over;
  }

  /** How many users are in an iteration. */
  public final int active() {
    return active;
  }

  /** Records how old the requests are that have no answer yet. */
  public final void recordAges(long now) {
    for (int i = 0; i < users.size(); i++) {
      VirtualUser user = users.get(i);
      if (user.state == VirtualUser.State.WAITING) {
        scripts.recorder().underWay(user.window, user.request, now - user.exchange.intended());
      }
    }
  }

  /** How many users were in an iteration at once, at most, since the last call. */
  public final int takePeak() {
    int most = peak;
    peak = active;
    return most;
  }
}
