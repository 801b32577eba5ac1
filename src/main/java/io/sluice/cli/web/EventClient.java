package io.sluice.cli.web;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * One listener of server-sent events, and the thread that writes to it.
 *
 * <ol>
 *   <li>{@link #send} and {@link #end} never wait, whatever the client does; any thread may call
 *       them.
 *   <li>Only the thread that made it writes; it ends when the client leaves, is ended or dropped.
 *   <li>A client that has not taken {@value #QUEUE} events is dropped: its connection is cut, even
 *       in the midst of a write. It may come back and name the last event that it has.
 * </ol>
 */
public final class EventClient {
  private static final int QUEUE = 16; // an event may be a whole page's data
  private static final byte[] RETRY = "retry: 2000\n\n".getBytes(StandardCharsets.UTF_8);
  private static final byte[] HEARTBEAT = ":\n\n".getBytes(StandardCharsets.UTF_8);

  private final BlockingQueue<Event> queue = new ArrayBlockingQueue<>(QUEUE);
  private final CountDownLatch gone = new CountDownLatch(1);
  private final Thread writer = Thread.currentThread();
  private final Duration heartbeat;

  /**
   * A client that the current thread writes to.
   *
   * @param heartbeat after so much silence a comment is sent, so that no proxy ends the connection
   *     and a client that has gone is noticed
   */
  EventClient(Duration heartbeat) {
    this.heartbeat = heartbeat;
  }

  /** Queues an event; drops the client where it is too slow. */
  public void send(Event event) {
    if (gone.getCount() > 0 && !queue.offer(event)) {
      writer.interrupt(); // closes the socket under a write that does not end
    }
  }

  /** Lets it go when it has had all that is queued. */
  public void end() {
    send(Event.END);
  }

  /** Writes to it until it is over. */
  void write(List<Event> first, OutputStream out) throws IOException {
    out.write(RETRY);
    for (Event event : first) {
      out.write(event.bytes());
    }
    out.flush();
    try {
      while (writeNext(out)) {
        out.flush();
      }
    } catch (InterruptedException e) {
      throw new IOException("the client took too long", e);
    }
  }

  private boolean writeNext(OutputStream out) throws IOException, InterruptedException {
    Event next = queue.poll(heartbeat.toNanos(), TimeUnit.NANOSECONDS);
    if (next == null) {
      out.write(HEARTBEAT);
    }
    while (next != null) {
      if (next == Event.END) {
        return false;
      }
      out.write(next.bytes());
      next = queue.poll();
    }
    return true;
  }

  /** Its thread is done with it. */
  void left() {
    gone.countDown();
  }

  /** Waits until its thread is done with it. */
  boolean awaitLeft(Duration patience) throws InterruptedException {
    return gone.await(patience.toNanos(), TimeUnit.NANOSECONDS);
  }
}
