package io.sluice.k6.metrics;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Adds a cell's samples up by scenario and by group. */
final class SectionStore {
  private final LongSupplier nanoClock;
  private final Map<Section.Key, Section> sections = new LinkedHashMap<>();
  private TagSet lastTags = TagSet.EMPTY;
  private @Nullable Section lastScenario;
  private @Nullable Section lastGroup;

  SectionStore(LongSupplier nanoClock) {
    this.nanoClock = nanoClock;
  }

  @SuppressWarnings("ReferenceEquality") // the samples of one request share one object
  void add(Metric metric, double value, TagSet tags) {
    if (tags != lastTags) {
      find(tags);
    }
    if (lastScenario != null) {
      lastScenario.add(metric, value, tags);
    }
    if (lastGroup != null) {
      lastGroup.add(metric, value, tags);
    }
  }

  /** The samples of {@code setup} and {@code teardown} stand in no group's section. */
  private void find(TagSet tags) {
    lastTags = tags;
    String scenario = tags.get("scenario");
    boolean own = scenario != null && !scenario.equals("default");
    String name = own && scenario != null ? scenario : "";
    String group = tags.get("group");
    boolean grouped =
        group != null
            && !group.isEmpty()
            && !group.equals("::setup")
            && !group.equals("::teardown");
    lastScenario = own ? section(name, "") : null;
    lastGroup = grouped && group != null ? section(name, group) : null;
  }

  private Section section(String scenario, String groupPath) {
    return sections.computeIfAbsent(
        new Section.Key(scenario, groupPath), key -> new Section(key, nanoClock));
  }

  Collection<Section> sections() {
    return sections.values();
  }
}
