package io.sluice.reports.prometheus;

import io.sluice.model.plan.ArrivalModel.Arm;
import io.sluice.model.plan.LoadPlan;
import io.sluice.model.run.SeriesKey;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;

/**
 * What the series of a plan's requests are called: {@code scenario}, {@code group}, {@code
 * request}, {@code arm} where two are compared, and {@code tag_…} for each tag. Phases and windows
 * are not among them: they follow one another, and a label of their own would break counters apart.
 */
final class RequestLabels {
  private final Map<String, String> tags = new LinkedHashMap<>();

  RequestLabels(LoadPlan plan) {
    TreeSet<String> names = new TreeSet<>();
    plan.requests().forEach(request -> names.addAll(request.tags().keySet()));
    for (String name : names) {
      tags.put(name, name.equals(Arm.TAG) ? name : unused("tag_" + legal(name)));
    }
  }

  private static String legal(String name) {
    return name.replaceAll("[^A-Za-z0-9_]", "_");
  }

  /** Two tags may look alike once they are legal names. */
  private String unused(String label) {
    String free = label;
    for (int i = 2; tags.containsValue(free); i++) {
      free = label + "_" + i;
    }
    return free;
  }

  /** The labels of a series. */
  Labels of(SeriesKey key) {
    Labels labels =
        Labels.of("scenario", key.scenario())
            .and("group", key.group())
            .and("request", key.request());
    for (Map.Entry<String, String> tag : tags.entrySet()) {
      labels = labels.and(tag.getValue(), key.tags().getOrDefault(tag.getKey(), ""));
    }
    return labels;
  }
}
