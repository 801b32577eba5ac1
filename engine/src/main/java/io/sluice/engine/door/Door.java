package io.sluice.engine.door;

import io.sluice.model.plan.Target;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.LongToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * One user's way to the target: what its code calls, on its own thread, and waits in. Belongs to
 * its cell; nothing of it may be called elsewhere.
 *
 * <p>Intended starts: a request should have been sent as soon as the user's thread could go on, but
 * for the time that its code took since. What the cell was late by in letting it go on counts.
 */
public final class Door {
  /** What the user's thread waits for. */
  private enum State {
    /** To be made. */
    NEW,
    /** For an iteration. */
    IDLE,
    /** It runs, or is about to. */
    BUSY,
    /** For an answer, a time, or to be woken. */
    WAITING,
    /** It is no more. */
    ENDED
  }

  private final Guests guests;
  private final int id;
  private final ArrayDeque<Visit> idle = new ArrayDeque<>();
  private final List<Visit> visits = new ArrayList<>();
  private final Observations observations;
  private @Nullable Thread thread;
  private State state = State.NEW;
  private Object owner = "";
  private LongToIntFunction windows = _ -> 0;
  private int phase;
  private int number;
  private long iteration;
  private @Nullable InetAddress source;
  private boolean begun;
  private boolean ends;
  private boolean cut;
  private boolean woken;
  private long wakeAt = Long.MAX_VALUE;
  private long runnableAt;
  private long lag;

  Door(Guests guests, int id) {
    this.guests = guests;
    this.id = id;
    observations = new Observations(guests.recorder());
  }

  // ---- the life of its thread

  void open(Thread unstarted) {
    thread = unstarted;
    unstarted.start();
  }

  Runnable life(GuestCode code) {
    return () -> {
      try {
        Guest guest = code.guest(this);
        live(guest);
        guest.close();
      } catch (Throwable t) {
        guests.failed(t);
      } finally {
        state = State.ENDED;
        visits.forEach(visit -> visit.exchange().closeLinks());
      }
    };
  }

  private void live(Guest guest) {
    state = begun ? State.BUSY : State.IDLE;
    while (true) {
      while (!begun && !ends) {
        LockSupport.park();
      }
      if (ends) {
        return;
      }
      begun = false;
      resumed();
      try {
        guest.iterate();
      } catch (CutException e) {
        if (!cut) {
          throw new IllegalStateException("an iteration that is not cut ended so", e);
        }
      }
      boolean wasCut = cut;
      cut = false;
      state = State.IDLE;
      if (wasCut) {
        guests.give(this);
      } else {
        guests.over(this);
      }
    }
  }

  private void unpark() {
    LockSupport.unpark(thread);
  }

  // ---- for the cell

  /** Binds it to a user of a phase. */
  public void bind(Object newOwner, int newPhase, int newNumber, LongToIntFunction newWindows) {
    owner = newOwner;
    phase = newPhase;
    number = newNumber;
    windows = newWindows;
  }

  /** Whom it is bound to. */
  public Object owner() {
    return owner;
  }

  /**
   * Begins an iteration.
   *
   * @param count how many this user had in its phase, this one included
   * @param intended when the plan wanted it to start
   */
  public void begin(long count, long intended) {
    if (state != State.IDLE && state != State.NEW) {
      throw new IllegalStateException("an iteration is begun by a user that is " + state);
    }
    iteration = count;
    begun = true;
    state = State.BUSY;
    observations.in(windows.applyAsInt(intended));
    runnableAt = intended;
    unpark();
  }

  /** Cuts its iteration: what is under way is aborted, and all it does from now on fails. */
  public void cut() {
    if (state == State.BUSY || state == State.WAITING) {
      cut = true;
      for (Visit visit : visits) {
        visit.abort();
      }
      wake();
    }
  }

  /** Whether its iteration has been cut and is not through yet. */
  public boolean leaving() {
    return cut;
  }

  /** Closes its connections, if it is in no iteration. */
  public void closeLinks() {
    if (state == State.IDLE) {
      visits.forEach(visit -> visit.exchange().closeLinks());
    }
  }

  void end() {
    cut();
    ends = true;
    if (state != State.ENDED) {
      unpark();
    }
  }

  void slept(long due) {
    if (due == wakeAt) {
      wakeAt = Long.MAX_VALUE;
      runnable(due);
    }
  }

  // ---- for its visits

  /** Something that its thread may wait for has happened. */
  void runnable(long since) {
    if (state == State.WAITING) {
      woken = true;
      state = State.BUSY;
      runnableAt = since;
      unpark();
    }
  }

  void answered(Visit visit) {
    idle.addFirst(visit);
  }

  /** The window of a request that is sent now; what its code observes next lies there, too. */
  int enterWindow(long intended) {
    int window = windows.applyAsInt(intended);
    observations.in(window);
    return window;
  }

  Guests guests() {
    return guests;
  }

  // ---- for the user's code

  /** Number of this code's user in the run, from 0: unlike {@link #number()} it never changes. */
  public int id() {
    return id;
  }

  /** Number of the cell that it belongs to. */
  public int cell() {
    return guests.index();
  }

  /** Number of the user in its phase, from 0. */
  public int number() {
    return number;
  }

  /** Number of the phase that the iteration belongs to. */
  public int phase() {
    return phase;
  }

  /** How many iterations this user began in its phase, this one included. */
  public long iteration() {
    return iteration;
  }

  /** What it notes down beside its requests. */
  public Observations observations() {
    return observations;
  }

  /** Nanoseconds from the start of the run. */
  public long now() {
    return guests.clock().nanos();
  }

  /** Has its connections come from a local address; before the first of them. */
  public void sendFrom(InetAddress local) {
    source = local;
  }

  /**
   * The number of a target for {@link Call#target()}.
   *
   * @throws UnknownHostException if its name has no address
   */
  public int target(Target target) throws UnknownHostException {
    int found = guests.targets().number(target);
    throwIfCut();
    return found;
  }

  /** Sleeps. */
  public void sleep(long nanos) {
    throwIfCut();
    if (nanos > 0) {
      long due = now() + nanos;
      do {
        await(due);
      } while (now() < due);
    }
  }

  /** Sends a request and waits for what becomes of it. */
  public Answer send(Call call) {
    throwIfCut();
    Visit visit = visit();
    visit.send(call, takeLag(), null);
    Answer answer = visit.takeAnswer();
    while (answer == null) {
      await(Long.MAX_VALUE);
      answer = visit.takeAnswer();
    }
    return answer;
  }

  /**
   * Sends a request and does not wait.
   *
   * @param done is told what became of it, by the cell: it must not block, and may {@link #wake()}
   */
  public void submit(Call call, Consumer<Answer> done) {
    throwIfCut();
    visit().send(call, takeLag(), done);
  }

  /** Closes the connections that are not in use. */
  public void closeConnections() {
    idle.forEach(visit -> visit.exchange().closeLinks());
  }

  private Visit visit() {
    Visit visit = idle.pollFirst();
    if (visit == null) {
      visit = new Visit(this);
      visit.exchange().sendFrom(source);
      visits.add(visit);
    }
    return visit;
  }

  /**
   * Waits until it is woken, an answer to {@link #send} is there, or it is time.
   *
   * @param dueNanos from the start of the run; {@link Long#MAX_VALUE} for no limit
   */
  public void await(long dueNanos) {
    throwIfCut();
    woken = false;
    wakeAt = dueNanos;
    if (dueNanos != Long.MAX_VALUE) {
      guests.sleep(this, dueNanos);
    }
    state = State.WAITING;
    while (!woken) {
      LockSupport.park();
    }
    wakeAt = Long.MAX_VALUE;
    resumed();
    throwIfCut();
  }

  /** Ends a wait. */
  public void wake() {
    runnable(now());
  }

  /** Ends a wait as soon as the cell comes to it; any thread may call it. */
  public void wakeFromAnywhere() {
    guests.execute(this::wake);
  }

  private void resumed() {
    lag = Math.max(0, now() - runnableAt);
  }

  private long takeLag() {
    long late = lag;
    lag = 0;
    return late;
  }

  private void throwIfCut() {
    if (cut) {
      throw new CutException();
    }
  }
}
