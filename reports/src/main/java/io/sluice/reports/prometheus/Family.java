package io.sluice.reports.prometheus;

import io.prometheus.client.Collector;
import io.prometheus.client.Collector.MetricFamilySamples;
import io.prometheus.client.Collector.MetricFamilySamples.Sample;
import java.util.ArrayList;
import java.util.List;

/** The time series of one metric, as they are rendered. */
final class Family {
  private final String name;
  private final Collector.Type type;
  private final String help;
  private final List<Sample> samples = new ArrayList<>();

  private Family(String name, Collector.Type type, String help) {
    this.name = name;
    this.type = type;
    this.help = help;
  }

  /** What only grows: its series are named {@code name_total}. */
  static Family counter(String name, String help) {
    return new Family(name, Collector.Type.COUNTER, help);
  }

  /** What goes up and down. */
  static Family gauge(String name, String help) {
    return new Family(name, Collector.Type.GAUGE, help);
  }

  /** A distribution. */
  static Family histogram(String name, String help) {
    return new Family(name, Collector.Type.HISTOGRAM, help);
  }

  /** How many values there were, and their sum. */
  static Family summary(String name, String help) {
    return new Family(name, Collector.Type.SUMMARY, help);
  }

  /** Adds a value. */
  Family add(Labels labels, double value) {
    String series = type == Collector.Type.COUNTER ? name + "_total" : name;
    samples.add(new Sample(series, labels.names(), labels.values(), value));
    return this;
  }

  /** Adds a count. */
  Family add(Labels labels, long value) {
    return add(labels, (double) value);
  }

  /** Adds values to a summary. */
  Family add(Labels labels, long values, double sum) {
    samples.add(new Sample(name + "_count", labels.names(), labels.values(), (double) values));
    samples.add(new Sample(name + "_sum", labels.names(), labels.values(), sum));
    return this;
  }

  /** Adds a distribution. */
  Family add(Labels labels, TimeBuckets times) {
    List<Long> cumulative = times.cumulative();
    List<Labels> upTo = times.upTo(labels);
    String bucket = name + "_bucket";
    for (int i = 0; i < cumulative.size(); i++) {
      samples.add(
          new Sample(
              bucket, upTo.get(i).names(), upTo.get(i).values(), cumulative.get(i).doubleValue()));
    }
    double count = cumulative.getLast().doubleValue();
    samples.add(new Sample(name + "_count", labels.names(), labels.values(), count));
    samples.add(new Sample(name + "_sum", labels.names(), labels.values(), times.sumSeconds()));
    return this;
  }

  /** As the client library takes it. */
  MetricFamilySamples samples() {
    return new MetricFamilySamples(name, type, help, samples);
  }
}
