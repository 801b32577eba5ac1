package io.sluice.engine.netty;

import io.netty.channel.unix.Buffer;
import io.netty.util.internal.CleanableDirectBuffer;
import io.sluice.engine.wire.WireEvents;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;

/**
 * What the pipes of one loop share: memory that bytes pass through, and pipes that wait for the end
 * of the turn. Belongs to the loop's thread.
 */
final class PipeBuffers {
  /** Bytes that one system call reads or writes at most. */
  static final int CAPACITY = 64 * 1024;

  /** Where bytes that came are looked at. */
  final byte[] received = new byte[CAPACITY];

  private final CleanableDirectBuffer memory =
      Buffer.allocateDirectBufferWithNativeOrder(2 * CAPACITY);
  private final ByteBuffer buffer = memory.buffer();
  private final long address;
  private final WireEvents events;
  private final ArrayDeque<Runnable> atEndOfTurn = new ArrayDeque<>();

  /**
   * Buffers of a loop.
   *
   * @param direct whether pipes will use system calls of their own
   * @param events hears of bytes that sockets did not take
   */
  PipeBuffers(boolean direct, WireEvents events) {
    this.events = events;
    address = direct ? Buffer.memoryAddress(buffer) : 0;
  }

  /** Where the system writes what came: {@link #CAPACITY} bytes. */
  long inAddress() {
    return address;
  }

  /** Brings what the system wrote to {@link #received}. */
  void fetch(int length) {
    buffer.get(0, received, 0, length);
  }

  /** Where the system reads what goes out: {@link #CAPACITY} bytes. */
  long outAddress() {
    return address + CAPACITY;
  }

  /** Puts bytes to where the system reads them. */
  void stage(byte[] bytes, int from, int length) {
    buffer.put(CAPACITY, bytes, from, length);
  }

  /** A socket did not take so many bytes at once. */
  void notTaken(long bytes) {
    events.notTaken(bytes);
  }

  /** What must not happen while the loop hands out events is done after them. */
  void later(Runnable action) {
    atEndOfTurn.addLast(action);
  }

  /** Whether something waits for the end of the turn. */
  boolean hasLater() {
    return !atEndOfTurn.isEmpty();
  }

  /** The turn has ended. Returns how much was done. */
  int endTurn() {
    int done = 0;
    for (Runnable action = atEndOfTurn.pollFirst();
        action != null;
        action = atEndOfTurn.pollFirst()) {
      action.run();
      done++;
    }
    return done;
  }

  void free() {
    memory.clean();
  }
}
