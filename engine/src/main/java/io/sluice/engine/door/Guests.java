package io.sluice.engine.door;

import io.sluice.engine.measure.Recorder;
import io.sluice.engine.wire.BodyPool;
import io.sluice.engine.wire.Clock;
import io.sluice.engine.wire.Exchange;
import io.sluice.engine.wire.TimeoutWheel;
import io.sluice.engine.wire.WantedHeaders;
import io.sluice.engine.wire.Wire;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The users of one cell whose iterations are code: makes them, lets them run when they can go on,
 * and wakes those that sleep. Belongs to the cell's thread.
 */
public final class Guests {
  /** Nobody asks for headers by name here, but the wire looks at those that it always wants. */
  private static final int WANTED = WantedHeaders.of(List.of()).count();

  private final GuestCode code;
  private final Targets targets;
  private final UserThreads threads;
  private final Clock clock;
  private final Recorder recorder;
  private final BodyPool bodies;
  private final Outbox outbox;
  private final Runnable afterStep;
  private final Wire wire;
  private final TimeoutWheel timeouts;
  private final int firstId;
  private final int stride;
  private final ArrayDeque<Door> free = new ArrayDeque<>();
  private final List<Door> all = new ArrayList<>();
  private final PriorityQueue<Sleep> sleepers = new PriorityQueue<>();
  private final ArrayDeque<Door> over = new ArrayDeque<>();
  private @Nullable Throwable failure;

  /** When a door is to be woken, unless it was before. */
  private record Sleep(long due, Door door) implements Comparable<Sleep> {
    @Override
    public int compareTo(Sleep other) {
      return Long.compare(due, other.due);
    }
  }

  /**
   * What a cell gives its guests.
   *
   * @param index which cell it is
   * @param cells how many there are
   * @param wakeup ends the cell's wait; called by any thread
   */
  public record Cell(
      Clock clock,
      Recorder recorder,
      BodyPool bodies,
      Wire wire,
      TimeoutWheel timeouts,
      int index,
      int cells,
      Runnable wakeup) {}

  /** The guests of a cell, on its thread. */
  public Guests(GuestCode code, Targets targets, Cell cell) {
    this.code = code;
    this.targets = targets;
    clock = cell.clock();
    recorder = cell.recorder();
    bodies = cell.bodies();
    wire = cell.wire();
    outbox = new Outbox(wire);
    afterStep = () -> outbox.stepped(clock.nanos());
    timeouts = cell.timeouts();
    firstId = cell.index();
    stride = cell.cells();
    threads = new UserThreads(cell.wakeup());
  }

  // ---- for its cell

  /** Makes the users that are to be ready before the load begins. */
  public void makeReady() {
    int count = Math.max(0, (code.readyUsers() - firstId + stride - 1) / stride);
    for (int i = 0; i < count; i++) {
      free.addLast(make());
      settle();
    }
  }

  /** A user that is in no iteration. */
  public Door take() {
    Door door = free.pollFirst();
    return door == null ? make() : door;
  }

  /** A user that is wanted no more, for now; one that was cut is free when it is through. */
  public void give(Door door) {
    if (!door.leaving()) {
      free.addFirst(door);
    }
  }

  /** What their code says of {@link GuestCode#rampDownNanos}. */
  public long rampDownNanos(int phase) {
    return code.rampDownNanos(phase);
  }

  /** An arrival of a phase found no user. */
  public void dropped(int phase) {
    code.dropped(phase);
  }

  private Door make() {
    Door door = new Door(this, firstId + all.size() * stride);
    all.add(door);
    door.open(threads.unstarted(door.life(code)));
    return door;
  }

  /**
   * Lets everybody run who can go on.
   *
   * @param ended is told of each whose iteration is over
   * @return how much was done
   */
  public int run(long now, Consumer<Door> ended) {
    int work = 0;
    Sleep first = sleepers.peek();
    while (first != null && first.due() <= now) {
      sleepers.poll();
      work++;
      first.door().slept(first.due());
      first = sleepers.peek();
    }
    work += runReady();
    for (Door door = over.pollFirst(); door != null; door = over.pollFirst()) {
      work++;
      ended.accept(door);
    }
    throwFailure();
    return work;
  }

  private int runReady() {
    outbox.begin(clock.nanos());
    int steps = threads.run(afterStep);
    outbox.flush();
    return steps;
  }

  private void throwFailure() {
    if (failure != null) {
      throw new IllegalStateException("the code of a user failed: " + failure, failure);
    }
  }

  /** When the next sleeper is due: 0 where somebody can go on at once. */
  public long nextDue() {
    if (threads.hasReady() || !over.isEmpty()) {
      return 0;
    }
    Sleep first = sleepers.peek();
    return first == null ? Long.MAX_VALUE : first.due();
  }

  /** Ends all of them: each gives up what it holds. */
  public void close() {
    for (Door door : all) {
      door.end();
      settle();
    }
    throwFailure();
  }

  /** Lets them run until nobody can go on by itself. */
  private void settle() {
    while (threads.hasReady()) {
      runReady();
    }
  }

  // ---- for its doors

  void sleep(Door door, long due) {
    sleepers.add(new Sleep(due, door));
  }

  void over(Door door) {
    over.addLast(door);
  }

  void failed(Throwable cause) {
    failure = failure == null ? cause : failure;
  }

  void execute(Runnable step) {
    threads.execute(step);
  }

  int index() {
    return firstId;
  }

  Exchange exchange(Visit visit) {
    return new Exchange(visit, 0, WANTED);
  }

  Clock clock() {
    return clock;
  }

  Outbox outbox() {
    return outbox;
  }

  Recorder recorder() {
    return recorder;
  }

  BodyPool bodies() {
    return bodies;
  }

  Wire wire() {
    return wire;
  }

  TimeoutWheel timeouts() {
    return timeouts;
  }

  Targets targets() {
    return targets;
  }
}
