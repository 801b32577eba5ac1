package io.sluice.engine;

import io.sluice.model.run.RunEnd;
import org.jspecify.annotations.Nullable;

/** Asks a run to end early. Thread-safe; every cell looks at it once in each of its cycles. */
public final class StopSignal {
  /** How a run is asked to end. */
  record Request(RunEnd.Reason reason, String detail, boolean atOnce, long nanoTime) {}

  private volatile @Nullable Request request;

  /** Ends the run: no new requests; those under way may finish within a few seconds. */
  public synchronized void stop(RunEnd.Reason reason, String detail) {
    if (request == null) {
      request = new Request(reason, detail, false, System.nanoTime());
    }
  }

  /** Ends the run at once: what is under way is aborted. */
  public synchronized void stopAtOnce(RunEnd.Reason reason, String detail) {
    Request before = request;
    request =
        before == null
            ? new Request(reason, detail, true, System.nanoTime())
            : new Request(before.reason(), before.detail(), true, before.nanoTime());
  }

  /** What was asked, or null. */
  @Nullable Request request() {
    return request;
  }

  /** Whether somebody asked. */
  public boolean stopped() {
    return request != null;
  }
}
