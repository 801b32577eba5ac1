package io.sluice.k6.metrics;

/** Is told of every sample of one cell, on that cell's thread. */
public interface SampleListener {
  /**
   * A sample was taken.
   *
   * @param epochNanos when, in nanoseconds since 1970
   * @param metadata what does not tell samples apart, such as the user's number
   */
  void sample(Metric metric, double value, TagSet tags, TagSet metadata, long epochNanos);

  /** The cell's store was drained: a good time to pass on what was gathered. */
  void drained();
}
