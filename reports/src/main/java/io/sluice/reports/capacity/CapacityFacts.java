package io.sluice.reports.capacity;

import io.sluice.gate.capacity.CapacityResult;
import io.sluice.gate.capacity.Probe;
import io.sluice.gate.capacity.SearchSettings;
import java.util.List;
import java.util.Locale;

/**
 * A search as all of its reports see it.
 *
 * @param name of the scenario
 * @param objectives that had to hold, as they were written
 * @param settings of the search
 * @param result what it found
 */
public record CapacityFacts(
    String name, List<String> objectives, SearchSettings settings, CapacityResult result) {
  public CapacityFacts {
    objectives = List.copyOf(objectives);
  }

  /** The name of a probe's folder: {@code probe-07-830}. */
  public static String folder(Probe probe) {
    return String.format(Locale.ROOT, "probe-%02d-%.0f", probe.number(), probe.rate());
  }
}
