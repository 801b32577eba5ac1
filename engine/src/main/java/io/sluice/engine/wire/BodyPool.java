package io.sluice.engine.wire;

import java.util.ArrayDeque;

/** Bodies of one cell that nobody uses: a parked user holds none. */
public final class BodyPool {
  private static final int MAX_IDLE = 256;
  private final ArrayDeque<Body> idle = new ArrayDeque<>();

  /** An empty body. */
  public Body take() {
    Body body = idle.pollLast();
    return body != null ? body : new Body();
  }

  /** Gives a body back. */
  public void give(Body body) {
    if (body.recycle() && idle.size() < MAX_IDLE) {
      idle.addLast(body);
    }
  }
}
