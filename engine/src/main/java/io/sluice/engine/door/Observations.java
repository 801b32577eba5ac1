package io.sluice.engine.door;

import io.sluice.engine.measure.Recorder;

/**
 * What a user's code notes down beside its requests: outcomes of its checks, values of its metrics.
 * It counts in the window of the iteration's last request before it, or else of the iteration's
 * start: a check on an answer lies where its request does. Belongs to the user's cell.
 */
public final class Observations {
  private final Recorder recorder;
  private int window;

  Observations(Recorder recorder) {
    this.recorder = recorder;
  }

  /** What comes now lies in that window. */
  void in(int next) {
    window = next;
  }

  /**
   * A check had a result.
   *
   * @param check its number, from {@link CheckNames}
   */
  public void check(int check, boolean passed) {
    recorder.check(window, check, passed);
  }

  /** A trend got a duration. */
  public void time(int metric, long nanos) {
    recorder.time(window, metric, nanos);
  }

  /** A distribution got a number. */
  public void distributed(int metric, double value) {
    recorder.distributed(window, metric, value);
  }

  /** A rate got a value. */
  public void count(int metric, boolean value) {
    recorder.count(window, metric, value);
  }

  /** A counter or a gauge got a number. */
  public void number(int metric, double value) {
    recorder.number(window, metric, value);
  }
}
