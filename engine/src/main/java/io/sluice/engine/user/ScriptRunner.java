package io.sluice.engine.user;

import io.sluice.engine.door.Door;
import io.sluice.engine.door.Guests;
import io.sluice.engine.door.Visit;
import io.sluice.engine.measure.Recorder;
import io.sluice.engine.wire.BodyPool;
import io.sluice.engine.wire.Clock;
import io.sluice.engine.wire.Exchange;
import io.sluice.engine.wire.TimeoutWheel;
import io.sluice.engine.wire.Wire;
import io.sluice.model.run.Health.Counter;
import io.sluice.model.run.Outcome;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Runs the scripts of one cell's users, each until it has to wait. Belongs to the cell's thread.
 *
 * <p>A user waits for a response (the wire resumes it, or the timeout wheel), or in think time (the
 * queue resumes it). Intended starts: the first request of an iteration at the arrival's instant,
 * every other one when the user became ready, which is the end of the request before plus think
 * time.
 */
public final class ScriptRunner {
  private static final long BREATH_NANOS = 1_000_000;
  private static final int MOST_AT_A_STRETCH = 100_000;
  private final Clock clock;
  private final Recorder recorder;
  private final BodyPool bodies;
  private final Redirects redirects;
  private final Traces traces;
  private final DueQueue parked = new DueQueue();
  private final TimeoutWheel timeouts = new TimeoutWheel();
  private final Consumer<Exchange> onTimeout = this::timedOut;
  private final Consumer<Door> onReturned = this::returned;
  private @Nullable Wire wire;
  private @Nullable Guests guests;
  private boolean closing;

  ScriptRunner(
      Clock clock, Recorder recorder, BodyPool bodies, Redirects redirects, Traces traces) {
    this.clock = clock;
    this.recorder = recorder;
    this.bodies = bodies;
    this.redirects = redirects;
    this.traces = traces;
  }

  /** Names the wire that requests go out on; once, before any user starts. */
  public void attach(Wire to) {
    wire = to;
  }

  /** Names what runs the iterations that are code; once, before any user starts. */
  public void attach(Guests of) {
    guests = of;
  }

  /** Deadlines of the exchanges of this cell. */
  public TimeoutWheel timeouts() {
    return timeouts;
  }

  private Guests guests() {
    if (guests == null) {
      throw new IllegalStateException("the plan calls code, and there is none");
    }
    return guests;
  }

  private Wire wire() {
    if (wire == null) {
      throw new IllegalStateException("the runner has no wire yet");
    }
    return wire;
  }

  // ---- driven by the cell

  /** Starts an iteration that the plan wanted to start at {@code intended}. */
  void start(VirtualUser user, long intended) {
    user.readyAt = intended;
    begin(user);
    run(user);
  }

  private void begin(VirtualUser user) {
    user.slots.clearAll();
    user.window = user.population.windowAt(user.readyAt);
    user.iteration++;
    user.pc = 0;
    user.lastFailed = false;
    user.waited = false;
    recorder.health().add(Counter.OFFERED, 1);
  }

  /** Resumes users whose think time is over, and those whose code can go on. Returns how many. */
  public int wake(long now) {
    int woken = guests == null ? 0 : guests.run(now, onReturned);
    VirtualUser user = parked.pollDue(now);
    while (user != null) {
      if (user.state == VirtualUser.State.PARKED) { // else it was cut meanwhile
        woken++;
        run(user);
      }
      user = parked.pollDue(now);
    }
    return woken;
  }

  /** When the next think time is over; {@link Long#MAX_VALUE} if nobody thinks. */
  public long nextWake() {
    return guests == null ? parked.nextDue() : Math.min(parked.nextDue(), guests.nextDue());
  }

  /** Gives up exchanges whose timeout has come. */
  public void expireTimeouts(long now) {
    timeouts.expire(now, onTimeout);
  }

  /** The wire's listener: an exchange is done. */
  public void done(Exchange exchange) {
    if (exchange.owner() instanceof Visit visit) {
      visit.done();
      return;
    }
    timeouts.remove(exchange);
    VirtualUser user = (VirtualUser) exchange.owner();
    user.readyAt = exchange.done();
    if (user.state != VirtualUser.State.WAITING) {
      throw new IllegalStateException("an exchange came back to a user that does not wait");
    }
    user.answered = exchange.outcome() == Outcome.OK;
    if (user.answered && !closing && followRedirect(user)) {
      return;
    }
    classify(user);
    if (recorder.worthKeeping(user.request, exchange)) {
      // Now: what the script extracts from the answer may change what the path was made of.
      user.sentTo = user.population.request(user.request).sentTo(user);
    }
    run(user);
  }

  /** Ends iterations that have nothing left but think time; if it closes, cuts other thinkers. */
  void endIdle(Population population) {
    parked.drainTo(
        user -> {
          if (user.state != VirtualUser.State.PARKED) {
            return;
          }
          if (user.population != population) {
            parked.add(user, user.readyAt);
          } else if (population.script().idleFrom().get(user.pc)) {
            ended(user);
          } else if (closing) {
            interrupted(user);
          } else {
            parked.add(user, user.readyAt);
          }
        });
  }

  /** No more requests are sent from now on: a user that wants to send one is interrupted. */
  public void close() {
    closing = true;
  }

  /** Cuts what a user is doing; the exchange under way is recorded as aborted, with its age. */
  void abort(VirtualUser user) {
    if (user.state == VirtualUser.State.WAITING) {
      Exchange exchange = user.exchange;
      timeouts.remove(exchange);
      wire().cancel(exchange);
      exchange.fail(Outcome.ABORTED, "", clock.nanos());
      settle(user);
    }
    if (user.state == VirtualUser.State.AWAY && user.door != null) {
      user.door.cut();
    }
    if (user.state != VirtualUser.State.IDLE) {
      interrupted(user);
    }
  }

  /** How long users of a phase may go on when their number falls. */
  long rampDownNanos(int phase) {
    return guests == null ? Long.MAX_VALUE : guests.rampDownNanos(phase);
  }

  /** An arrival of a phase found no user. */
  void dropped(int phase) {
    recorder.health().add(Counter.DROPPED, 1);
    if (guests != null) {
      guests.dropped(phase);
    }
  }

  /** Closes the connections that a user keeps who is in no iteration. */
  void closeLinks(VirtualUser user) {
    user.exchange.closeLinks();
    Door door = user.door;
    if (door != null) {
      door.closeLinks();
      if (user.population.over() || door.leaving()) {
        user.door = null;
        guests().give(door);
      }
    }
  }

  // ---- called by instructions

  private void run(VirtualUser user) {
    user.state = VirtualUser.State.RUNNING;
    List<Instruction> code = user.population.script().code();
    int pc = user.pc;
    int left = MOST_AT_A_STRETCH;
    while (pc != Instruction.SUSPENDED) {
      pc = left-- > 0 ? code.get(pc).run(this, user) : breathe(user, pc);
      if (pc == Instruction.ENDED) {
        pc = ended(user) ? again(user) : Instruction.SUSPENDED;
      }
    }
  }

  /** Iterations that wait for nothing would keep the cell to themselves, and so would a circle. */
  private int again(VirtualUser user) {
    boolean waited = user.waited;
    begin(user);
    return waited ? 0 : breathe(user, 0);
  }

  private int breathe(VirtualUser user, int pc) {
    user.readyAt += BREATH_NANOS;
    return park(user, pc);
  }

  int send(VirtualUser user, CompiledRequest request, int next) {
    if (closing) {
      interrupted(user);
      return Instruction.SUSPENDED;
    }
    user.pc = next;
    long intended = user.readyAt;
    long now = clock.nanos();
    user.window = user.population.windowAt(intended);
    user.request = request.number;
    user.redirects = 0;
    user.late = false;
    user.sentTo = "";
    user.trace = traces.next();
    user.state = VirtualUser.State.WAITING;
    user.waited = true;
    recorder.started(user.window, request.number, now - intended);
    Exchange exchange = user.exchange;
    exchange.prepare(
        request,
        request.spec.target(),
        request.idempotent,
        request.head,
        request.keepBody,
        intended,
        now);
    timeouts.add(exchange, intended + request.timeoutNanos);
    wire().send(exchange);
    return Instruction.SUSPENDED;
  }

  /** Hands the user to its code; {@link #returned} is told when that has run an iteration. */
  int call(VirtualUser user, int next) {
    user.pc = next;
    user.state = VirtualUser.State.AWAY;
    user.waited = true;
    Door door = user.door;
    if (door == null) {
      door = guests().take();
      door.bind(user, user.population.phase(), user.number, user.population::windowAt);
      user.door = door;
    }
    door.begin(user.iteration, user.readyAt);
    return Instruction.SUSPENDED;
  }

  private void returned(Door door) {
    VirtualUser user = (VirtualUser) door.owner();
    if (user.state == VirtualUser.State.AWAY) {
      user.readyAt = clock.nanos();
      run(user);
    }
  }

  int pause(VirtualUser user, long nanos, int next) {
    user.readyAt += nanos;
    boolean over = user.population.over() && user.population.script().idleFrom().get(next);
    if (over || nanos == 0) {
      return next;
    }
    user.waited = true;
    return park(user, next);
  }

  private int park(VirtualUser user, int next) {
    user.pc = next;
    user.state = VirtualUser.State.PARKED;
    parked.add(user, user.readyAt);
    return Instruction.SUSPENDED;
  }

  void check(VirtualUser user, int check, String name, boolean timeCheck, boolean holds) {
    recorder.check(user.window, check, holds);
    if (holds) {
      return;
    }
    if (user.exchange.outcome() == Outcome.OK) {
      user.exchange.reject(Outcome.CHECK_FAILED, name);
      user.late = timeCheck;
    } else if (!timeCheck) {
      user.late = false;
    }
  }

  void settle(VirtualUser user) {
    recorder.finished(user.window, user.request, user.exchange, user.late, user.redirects);
    keepAsEvidence(user);
    user.lastFailed = user.exchange.outcome() != Outcome.OK;
    user.exchange.settle(bodies);
  }

  private void keepAsEvidence(VirtualUser user) {
    Exchange exchange = user.exchange;
    boolean checksFailed = exchange.outcome() == Outcome.CHECK_FAILED && user.sentTo.isEmpty();
    if (checksFailed && recorder.worthKeeping(user.request, exchange)) {
      user.sentTo = user.population.request(user.request).sentTo(user);
    }
    if (!user.sentTo.isEmpty()) {
      CompiledRequest request = user.population.request(user.request);
      String method = request.sentMethod(user);
      recorder.keep(user.request, exchange, method, user.sentTo, request.sentTrace(user));
    }
  }

  void stopTimer(VirtualUser user, int slot, int metric) {
    if (user.slots.present(slot)) {
      recorder.time(user.window, metric, user.readyAt - user.slots.number(slot));
    }
  }

  void count(VirtualUser user, int metric, boolean value) {
    recorder.count(user.window, metric, value);
  }

  void number(VirtualUser user, int metric, long value) {
    recorder.number(user.window, metric, (double) value);
  }

  // ---- inside

  private void classify(VirtualUser user) {
    Exchange exchange = user.exchange;
    if (exchange.outcome() != Outcome.OK) {
      return;
    }
    int status = exchange.status();
    if (!user.population.request(user.request).spec.accepted().contains(status)) {
      Outcome outcome = status == 429 ? Outcome.THROTTLED : Outcome.HTTP_ERROR;
      exchange.reject(outcome, "status " + status);
    }
  }

  private boolean followRedirect(VirtualUser user) {
    CompiledRequest request = user.population.request(user.request);
    if (!redirects.applies(request, user.exchange)) {
      return false;
    }
    boolean followed = redirects.prepare(request, user, recorder);
    if (followed) {
      user.redirects++;
      user.exchange.giveBody(bodies);
      timeouts.add(user.exchange, user.exchange.intended() + request.timeoutNanos);
      wire().send(user.exchange);
    }
    return followed;
  }

  private void timedOut(Exchange exchange) {
    wire().cancel(exchange);
    exchange.fail(Outcome.TIMEOUT, timeoutDetail(exchange), clock.nanos());
    done(exchange);
  }

  private static String timeoutDetail(Exchange exchange) {
    if (exchange.written() == Exchange.UNSET) {
      return "no connection within the timeout";
    }
    return exchange.firstByte() == Exchange.UNSET
        ? "no response within the timeout"
        : "response not complete within the timeout";
  }

  private boolean ended(VirtualUser user) {
    user.state = VirtualUser.State.IDLE;
    recorder.health().add(Counter.ITERATIONS, 1);
    if (!user.population.iterationEnded(user)) {
      return false;
    }
    user.state = VirtualUser.State.RUNNING;
    return true;
  }

  private void interrupted(VirtualUser user) {
    user.state = VirtualUser.State.IDLE;
    recorder.health().add(Counter.INTERRUPTED, 1);
    user.population.iterationCut(user);
  }
}
