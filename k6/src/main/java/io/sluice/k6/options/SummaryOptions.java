package io.sluice.k6.options;

import java.util.List;

/**
 * What the summary shows.
 *
 * @param trendStats the columns of trends, such as {@code p(95)}
 * @param timeUnit {@code s}, {@code ms} or {@code us}; empty for whichever fits
 */
public record SummaryOptions(List<String> trendStats, String timeUnit) {
  /** The columns unless the user says otherwise. */
  public static final List<String> DEFAULT_TREND_STATS =
      List.of("avg", "min", "med", "max", "p(90)", "p(95)");
}
