package io.sluice.engine.user;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Users that wait for a time: a binary heap on two flat arrays, exact to the nanosecond, without
 * allocation once it has grown.
 */
final class DueQueue {
  /** What {@link #nextDue()} returns when nobody waits. */
  static final long NOBODY = Long.MAX_VALUE;

  private long[] due = new long[64];
  private @Nullable VirtualUser[] users = new VirtualUser[64];
  private int size;

  /** When the next user is due. */
  long nextDue() {
    return size == 0 ? NOBODY : due[0];
  }

  int size() {
    return size;
  }

  void add(VirtualUser user, long dueNanos) {
    if (size == due.length) {
      due = Arrays.copyOf(due, size * 2);
      users = Arrays.copyOf(users, size * 2);
    }
    int at = size++;
    while (at > 0) {
      int parent = (at - 1) >>> 1;
      if (due[parent] <= dueNanos) {
        break;
      }
      due[at] = due[parent];
      users[at] = users[parent];
      at = parent;
    }
    due[at] = dueNanos;
    users[at] = user;
  }

  /** Takes the user that is due first, if it is due. */
  @Nullable VirtualUser pollDue(long nowNanos) {
    if (size == 0 || due[0] > nowNanos) {
      return null;
    }
    VirtualUser first = users[0];
    removeFirst();
    return first;
  }

  private void removeFirst() {
    int last = --size;
    long key = due[last];
    VirtualUser user = users[last];
    users[last] = null;
    if (last == 0) {
      return;
    }
    int at = 0;
    while (true) {
      int child = 2 * at + 1;
      if (child >= last) {
        break;
      }
      if (child + 1 < last && due[child + 1] < due[child]) {
        child++;
      }
      if (due[child] >= key) {
        break;
      }
      due[at] = due[child];
      users[at] = users[child];
      at = child;
    }
    due[at] = key;
    users[at] = user;
  }

  /** Takes all users out, in no order. */
  void drainTo(java.util.function.Consumer<VirtualUser> taker) {
    VirtualUser[] waiting = new VirtualUser[size];
    for (int i = 0; i < waiting.length; i++) {
      waiting[i] = java.util.Objects.requireNonNull(users[i]);
      users[i] = null;
    }
    size = 0;
    for (VirtualUser user : waiting) {
      taker.accept(user);
    }
  }
}
