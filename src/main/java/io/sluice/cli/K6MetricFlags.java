package io.sluice.cli;

import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Flags of k6: what becomes of samples, and what the summary shows of them. */
final class K6MetricFlags {
  @Option(
      names = {"-o", "--out"},
      paramLabel = "KIND=FILE",
      description = "Where samples go: json=FILE or csv=FILE. May be repeated.")
  private List<String> outputs = List.of();

  @Option(
      names = "--tag",
      paramLabel = "NAME=VALUE",
      description = "A tag of all samples. May be repeated.")
  private List<String> tags = List.of();

  @Option(names = "--system-tags", paramLabel = "LIST", description = "System tags of samples.")
  private @Nullable String systemTags;

  @Option(
      names = "--summary-trend-stats",
      paramLabel = "LIST",
      description = "Statistics of trends in the summary, such as avg,p(99).")
  private @Nullable String trendStats;

  @Option(
      names = "--summary-time-unit",
      paramLabel = "UNIT",
      description = "Unit of times in the summary: s, ms or us.")
  private @Nullable String timeUnit;

  void addTo(K6Given given) {
    given.put("out", outputs);
    given.put("tag", tags);
    given.put("system-tags", systemTags);
    given.put("summary-trend-stats", trendStats);
    given.put("summary-time-unit", timeUnit);
  }
}
