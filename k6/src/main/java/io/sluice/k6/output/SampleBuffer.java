package io.sluice.k6.output;

import io.sluice.k6.metrics.Metric;
import io.sluice.k6.metrics.SampleListener;
import io.sluice.k6.metrics.TagSet;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Gathers the samples of one cell, on its thread, and hands them over many at a time. */
final class SampleBuffer implements SampleListener {
  private static final int SIZE = 4_096;

  private final SampleOutput output;
  private Batch batch = new Batch();

  SampleBuffer(SampleOutput output) {
    this.output = output;
  }

  @Override
  public void sample(Metric metric, double value, TagSet tags, TagSet metadata, long epochNanos) {
    batch.add(metric, value, tags, metadata, epochNanos);
    if (batch.size == SIZE) {
      drained();
    }
  }

  @Override
  public void drained() {
    if (batch.size > 0) {
      output.take(batch);
      batch = new Batch();
    }
  }

  /** Samples on their way from the cell's thread to the output's. */
  static final class Batch {
    private final @Nullable Metric[] metrics = new Metric[SIZE];
    private final double[] values = new double[SIZE];
    private final @Nullable TagSet[] tags = new TagSet[SIZE];
    private final @Nullable TagSet[] metadata = new TagSet[SIZE];
    private final long[] epochNanos = new long[SIZE];
    private int size;

    private void add(Metric metric, double value, TagSet tagSet, TagSet meta, long nanos) {
      metrics[size] = metric;
      values[size] = value;
      tags[size] = tagSet;
      metadata[size] = meta;
      epochNanos[size++] = nanos;
    }

    void writeTo(SampleFormat format) throws IOException {
      for (int i = 0; i < size; i++) {
        Metric metric = metrics[i];
        TagSet tagSet = tags[i];
        TagSet meta = metadata[i];
        if (metric != null && tagSet != null && meta != null) {
          format.sample(metric, values[i], tagSet, meta, epochNanos[i]);
        }
      }
    }
  }
}
