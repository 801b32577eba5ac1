package io.sluice.k6.summary;

import io.sluice.k6.metrics.CheckGroup;
import io.sluice.k6.metrics.Section;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The sections of one scenario as a tree of groups, in the order in which they were met. */
final class SectionTree {
  private final String name;
  private final Map<String, SectionTree> groups = new LinkedHashMap<>();
  private @Nullable Section section;

  private SectionTree(String name) {
    this.name = name;
  }

  /**
   * The tree of a scenario.
   *
   * @param scenario its name; empty for what belongs to none
   */
  static SectionTree of(List<Section> sections, String scenario) {
    SectionTree root = new SectionTree(scenario);
    for (Section section : sections) {
      if (section.key().scenario().equals(scenario)) {
        SectionTree node = root;
        for (String part : section.key().groupPath().split(CheckGroup.SEPARATOR, -1)) {
          node = part.isEmpty() ? node : node.groups.computeIfAbsent(part, SectionTree::new);
        }
        node.section = section;
      }
    }
    return root;
  }

  String name() {
    return name;
  }

  /** The samples of this very group; null if there are none. */
  @Nullable Section section() {
    return section;
  }

  List<SectionTree> groups() {
    return List.copyOf(groups.values());
  }
}
