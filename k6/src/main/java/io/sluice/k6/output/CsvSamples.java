package io.sluice.k6.output;

import io.sluice.k6.metrics.Metric;
import io.sluice.k6.metrics.TagSet;
import io.sluice.k6.options.SystemTag;
import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Samples as rows of CSV.
 *
 * <pre>
 *  metric_name,timestamp,metric_value,&lt;the enabled system tags, sorted&gt;,extra_tags,metadata
 * </pre>
 *
 * Values have six decimals; {@code extra_tags} and {@code metadata} are {@code name=value} pairs
 * between ampersands. Fields are quoted where they hold a comma, a quote or a line break, or begin
 * with a blank (RFC 4180).
 */
final class CsvSamples implements SampleFormat {
  private final Writer out;
  private final List<String> columns;
  private final SampleTime time;

  CsvSamples(Writer out, Set<SystemTag> systemTags, SampleTime time) {
    this.out = out;
    this.time = time;
    this.columns =
        systemTags.stream().filter(t -> !t.isMetadata()).map(SystemTag::text).sorted().toList();
  }

  @Override
  public void start() throws IOException {
    List<String> header = new ArrayList<>(List.of("metric_name", "timestamp", "metric_value"));
    header.addAll(columns);
    header.addAll(List.of("extra_tags", "metadata"));
    row(header);
  }

  @Override
  public void sample(Metric metric, double value, TagSet tags, TagSet metadata, long epochNanos)
      throws IOException {
    List<String> fields = new ArrayList<>();
    fields.add(metric.name());
    fields.add(time.format(epochNanos));
    fields.add(decimal(value));
    Map<String, String> rest = tags.toMap();
    for (String column : columns) {
      String tag = rest.remove(column);
      fields.add(tag == null ? "" : tag);
    }
    fields.add(pairs(rest));
    fields.add(pairs(metadata.toMap()));
    row(fields);
  }

  private static String decimal(double value) {
    return Double.isFinite(value)
        ? new BigDecimal(value).setScale(6, RoundingMode.HALF_EVEN).toPlainString()
        : Double.toString(value);
  }

  private static String pairs(Map<String, String> tags) {
    return String.join(
        "&", tags.entrySet().stream().map(t -> t.getKey() + "=" + t.getValue()).toList());
  }

  private void row(List<String> fields) throws IOException {
    for (int i = 0; i < fields.size(); i++) {
      out.write(i == 0 ? "" : ",");
      out.write(quoted(fields.get(i)));
    }
    out.write('\n');
  }

  private static String quoted(String field) {
    boolean plain =
        !field.startsWith(" ") && field.chars().noneMatch(c -> ",\"\r\n".indexOf(c) >= 0);
    return plain ? field : '"' + field.replace("\"", "\"\"") + '"';
  }

  @Override
  public void flush() throws IOException {
    out.flush();
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
