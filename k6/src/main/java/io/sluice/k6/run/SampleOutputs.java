package io.sluice.k6.run;

import io.sluice.k6.K6Exception;
import io.sluice.k6.metrics.Metric;
import io.sluice.k6.metrics.MetricStore;
import io.sluice.k6.metrics.SampleListener;
import io.sluice.k6.metrics.TagSet;
import io.sluice.k6.metrics.threshold.Thresholds;
import io.sluice.k6.options.Options;
import io.sluice.k6.output.Outputs;
import io.sluice.k6.output.SampleOutput;
import java.util.ArrayList;
import java.util.List;

/** The files that samples of a run go to, none or several. */
final class SampleOutputs {
  private final List<SampleOutput> outputs;
  private final long epochAtZero =
      Math.multiplyExact(System.currentTimeMillis(), 1_000_000L) - System.nanoTime();

  private SampleOutputs(List<SampleOutput> outputs) {
    this.outputs = outputs;
  }

  /** Opens what the options name. */
  static SampleOutputs open(Outputs outputs, Options options, Thresholds thresholds)
      throws K6Exception {
    List<SampleOutput> opened = new ArrayList<>();
    for (String spec : options.outputs()) {
      opened.add(outputs.open(spec, thresholds, options.systemTags()));
    }
    return new SampleOutputs(opened);
  }

  /** The store of a cell, whose samples go there, too. */
  MetricStore telling(MetricStore store) {
    if (outputs.isEmpty()) {
      return store;
    }
    List<SampleListener> listeners = outputs.stream().map(SampleOutput::listener).toList();
    return store.telling(
        listeners.size() == 1 ? listeners.getFirst() : all(listeners), epochAtZero);
  }

  private static SampleListener all(List<SampleListener> listeners) {
    return new SampleListener() {
      @Override
      public void sample(
          Metric metric, double value, TagSet tags, TagSet metadata, long epochNanos) {
        for (SampleListener listener : listeners) {
          listener.sample(metric, value, tags, metadata, epochNanos);
        }
      }

      @Override
      public void drained() {
        listeners.forEach(SampleListener::drained);
      }
    };
  }

  /** What each is, for the header. */
  List<String> descriptions() {
    return outputs.stream().map(SampleOutput::description).toList();
  }

  /** Writes what is left. */
  void close() throws K6Exception {
    for (SampleOutput output : outputs) {
      output.close();
    }
  }
}
