package io.sluice.cli;

import java.util.concurrent.CountDownLatch;
import org.jline.utils.Signals;

/** Waits for the user of a server to have enough. */
final class CtrlC {
  private CtrlC() {}

  /** Returns when the process is asked to end. */
  static void await() {
    CountDownLatch closed = new CountDownLatch(1);
    Signals.register("INT", closed::countDown);
    Signals.register("TERM", closed::countDown);
    try {
      closed.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
