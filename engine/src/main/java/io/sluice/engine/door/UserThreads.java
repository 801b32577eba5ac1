package io.sluice.engine.door;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayDeque;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * Virtual threads that run on the thread of a cell, when the cell says so: switching from one to
 * another costs a quarter of a microsecond and no lock.
 *
 * <p>The Java platform has no public way to say what virtual threads run on (JEP 444 leaves it
 * open); its builder takes an executor all the same, which needs {@code --add-opens
 * java.base/java.lang=ALL-UNNAMED}.
 */
final class UserThreads implements Executor {
  private static final String BUILDER = "java.lang.ThreadBuilders$VirtualThreadBuilder";

  /** What runs a virtual thread. */
  private static final ThreadLocal<@Nullable UserThreads> CARRIER = new ThreadLocal<>();

  private final Thread home = Thread.currentThread();
  private final ArrayDeque<Runnable> ready = new ArrayDeque<>();
  private final ConcurrentLinkedQueue<Runnable> fromOutside = new ConcurrentLinkedQueue<>();
  private final Thread.Builder.OfVirtual builder;
  private final Runnable wakeup;

  /**
   * Threads on the current one.
   *
   * @param wakeup ends the cell's wait; called by any thread
   * @throws IllegalStateException if this Java runtime does not let it
   */
  UserThreads(Runnable wakeup) {
    this.wakeup = wakeup;
    try {
      Constructor<?> constructor = Class.forName(BUILDER).getDeclaredConstructor(Executor.class);
      constructor.setAccessible(true);
      builder = (Thread.Builder.OfVirtual) constructor.newInstance(this);
    } catch (ReflectiveOperationException | RuntimeException e) {
      throw new IllegalStateException(
          "scripts need a Java runtime started with --add-opens java.base/java.lang=ALL-UNNAMED: "
              + reason(e),
          e);
    }
  }

  private static @Nullable Throwable reason(Exception e) {
    return e instanceof InvocationTargetException ? e.getCause() : e;
  }

  /** A thread that is not started. */
  Thread unstarted(Runnable body) {
    return builder.unstarted(
        () -> {
          CARRIER.set(this);
          body.run();
        });
  }

  @Override
  public void execute(Runnable step) {
    // A virtual thread on this one wakes others, too: what counts is what carries it.
    if (carriedHere()) {
      ready.addLast(step);
    } else {
      fromOutside.add(step);
      wakeup.run();
    }
  }

  private boolean carriedHere() {
    return Thread.currentThread() == home || CARRIER.get() == this;
  }

  /**
   * Runs those that can go on, each until it waits again. Returns how many steps that took.
   *
   * @param stepped is run after each step
   */
  int run(Runnable stepped) {
    Runnable outside = fromOutside.poll();
    while (outside != null) {
      ready.addLast(outside);
      outside = fromOutside.poll();
    }
    int steps = ready.size(); // what becomes ready meanwhile has its turn after the sockets
    for (int i = 0; i < steps; i++) {
      ready.removeFirst().run();
      stepped.run();
    }
    return steps;
  }

  /** Whether some can go on. */
  boolean hasReady() {
    return !ready.isEmpty() || !fromOutside.isEmpty();
  }
}
