package io.sluice.k6.metrics;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The sections of all cells; guarded by {@link MetricTotals}. */
final class SectionTotals {
  private final Map<Section.Key, Section> sections = new LinkedHashMap<>();

  void take(SectionStore from) {
    for (Section section : from.sections()) {
      sections.computeIfAbsent(section.key(), key -> new Section(key, () -> 0)).take(section);
    }
  }

  List<Section> toList() {
    return sections.values().stream().map(Section::copy).toList();
  }
}
