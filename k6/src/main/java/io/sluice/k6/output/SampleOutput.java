package io.sluice.k6.output;

import io.sluice.k6.ExitCode;
import io.sluice.k6.K6Exception;
import io.sluice.k6.metrics.SampleListener;
import java.io.IOException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/**
 * A file of samples that is written while a run goes on.
 *
 * <p>Threads: {@link #listener} and {@link #close} may be called by any; each listener belongs to
 * its cell; the file is written by a thread of its own. If that cannot keep up, cells wait: samples
 * are not lost, and not kept without bound. After an error the rest is dropped, and {@link #close}
 * says so.
 */
public final class SampleOutput {
  private static final int BATCHES = 256;

  private final String description;
  private final SampleFormat format;
  private final BlockingQueue<Runnable> queue = new ArrayBlockingQueue<>(BATCHES);
  private final CountDownLatch ended = new CountDownLatch(1);
  private volatile @Nullable IOException failure;
  private boolean open = true;

  SampleOutput(String description, SampleFormat format) {
    this.description = description;
    this.format = format;
  }

  /** Begins to write. */
  void start() {
    Thread.ofPlatform().daemon().name("k6-output").start(this::write);
  }

  /** Its line in the header, such as {@code json (samples.json)}. */
  public String description() {
    return description;
  }

  /** A listener for one cell. */
  public SampleListener listener() {
    return new SampleBuffer(this);
  }

  void take(SampleBuffer.Batch batch) {
    put(() -> run(() -> batch.writeTo(format)));
  }

  /**
   * Writes what is left and closes the file. Call it once, after the cells' last drain.
   *
   * @throws K6Exception if the file could not be written
   */
  public void close() throws K6Exception {
    put(() -> open = false);
    try {
      ended.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    IOException cause = failure;
    if (cause != null) {
      throw new K6Exception(
          ExitCode.ERROR, "could not write the output " + description + ": " + cause.getMessage());
    }
  }

  private void put(Runnable work) {
    try {
      queue.put(work);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void write() {
    run(format::start);
    while (open) {
      try {
        queue.take().run();
        if (queue.isEmpty()) {
          run(format::flush);
        }
      } catch (InterruptedException e) {
        open = false;
      }
    }
    run(format::close);
    ended.countDown();
  }

  private interface Writing {
    void run() throws IOException;
  }

  private void run(Writing writing) {
    if (failure == null) {
      try {
        writing.run();
      } catch (IOException e) {
        failure = e;
      } catch (RuntimeException e) {
        failure = new IOException(e); // whoever waits for this thread must not wait for ever
      }
    }
  }
}
