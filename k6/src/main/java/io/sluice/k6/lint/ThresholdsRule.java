package io.sluice.k6.lint;

import io.sluice.k6.metrics.Metric;
import io.sluice.k6.metrics.MetricRegistry;
import io.sluice.k6.options.Options;
import io.sluice.k6.syntax.Bound;
import io.sluice.k6.syntax.Fields;
import io.sluice.model.plan.Nearest;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Thresholds that no sample can match: they hold whatever the target does. */
final class ThresholdsRule implements Rule {
  @Override
  public void look(Subject script, Findings findings) {
    Fields thresholds = script.thresholds();
    if (thresholds == null) {
      return;
    }
    Set<String> metrics = metrics(script);
    TagBook tags = new TagBook(script);
    for (Map.Entry<String, Bound> threshold : thresholds.all().entrySet()) {
      String key = threshold.getKey();
      int brace = key.indexOf('{');
      String metric = brace < 0 ? key : key.substring(0, brace);
      if (!metrics.isEmpty() && !metrics.contains(metric)) {
        findings.error(
            "threshold-unknown-metric",
            threshold.getValue(),
            "there is no metric '%s', and k6 ends with exit code 104%s"
                .formatted(metric, Nearest.hint(metric, metrics)),
            "");
      } else if (brace > 0 && key.endsWith("}")) {
        for (String tag : key.substring(brace + 1, key.length() - 1).split(",", -1)) {
          tag(script, tags, key, tag, threshold.getValue(), findings);
        }
      }
    }
  }

  /** The metrics that there are; none where a name is computed, or a module is not here. */
  private static Set<String> metrics(Subject script) {
    Set<String> names = new HashSet<>();
    for (Metric metric : new MetricRegistry().metrics()) {
      names.add(metric.name());
    }
    for (Subject.MetricUse made : script.metrics()) {
      if (made.name() == null) {
        return Set.of();
      }
      names.add(made.name());
    }
    return script.modules().complete() ? names : Set.of();
  }

  private static void tag(
      Subject script, TagBook tags, String key, String tag, Bound at, Findings findings) {
    int colon = tag.indexOf(':');
    String name = unquoted(colon < 0 ? tag : tag.substring(0, colon));
    String value = unquoted(colon < 0 ? "" : tag.substring(colon + 1));
    if (name.isEmpty()) {
      return;
    }
    if (!tags.has(name)) {
      findings.error(
          "threshold-unmatched-tag",
          at,
          "no sample has a tag '%s', so that the threshold on '%s' holds whatever happens"
              .formatted(name, key),
          "set it where the request is sent, as in { tags: { %s: '%s' } }".formatted(name, value));
      return;
    }
    Set<String> known = name.equals("scenario") ? scenarios(script) : tags.values(name);
    if (known != null && !known.isEmpty() && !known.contains(value)) {
      findings.error(
          "threshold-unmatched-tag",
          at,
          "no sample has the tag '%s' with the value '%s', so that the threshold on '%s' holds"
                  .formatted(name, value, key)
              + " whatever happens; its values are %s"
                  .formatted(String.join(", ", List.copyOf(known).stream().sorted().toList())),
          "");
    }
  }

  private static Set<String> scenarios(Subject script) {
    Options options = script.options();
    Set<String> names = new HashSet<>();
    if (options != null) {
      options.scenarios().forEach(scenario -> names.add(scenario.common().name()));
    }
    return names;
  }

  private static String unquoted(String text) {
    return text.strip().replaceAll("^['\"]+|['\"]+$", "");
  }
}
