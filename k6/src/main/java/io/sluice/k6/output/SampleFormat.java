package io.sluice.k6.output;

import io.sluice.k6.metrics.Metric;
import io.sluice.k6.metrics.TagSet;
import java.io.IOException;

/** Writes samples in one format. Called by one thread at a time. */
interface SampleFormat {
  /** Writes what stands before all samples. */
  void start() throws IOException;

  /** Writes a sample; times in nanoseconds since 1970. */
  void sample(Metric metric, double value, TagSet tags, TagSet metadata, long epochNanos)
      throws IOException;

  /** Passes on what was written. */
  void flush() throws IOException;

  /** Ends and closes what is written to. */
  void close() throws IOException;
}
