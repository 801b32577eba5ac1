package io.sluice.engine.user;

import java.util.Arrays;

/** Instants that were due and have not been taken up: first in, first out, on a flat array. */
final class Backlog {
  private long[] instants = new long[64];
  private int from;
  private int to;

  boolean isEmpty() {
    return from == to;
  }

  long first() {
    return instants[from];
  }

  long removeFirst() {
    long first = instants[from++];
    if (from == to) {
      from = 0;
      to = 0;
    }
    return first;
  }

  void addLast(long instant) {
    if (to == instants.length) {
      int size = to - from;
      long[] room = size > to / 2 ? Arrays.copyOf(instants, 2 * to) : instants;
      System.arraycopy(instants, from, room, 0, size);
      instants = room;
      from = 0;
      to = size;
    }
    instants[to++] = instant;
  }
}
