package io.sluice.model.run;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is known of a run before its first request.
 *
 * @param name of the scenario
 * @param started wall clock
 * @param digest of the plan
 * @param cells how many loops make the load
 * @param facts about the generator: version, java, os, cpus, transport and the like
 */
public record RunHeader(
    String name, Instant started, String digest, int cells, Map<String, String> facts) {
  public RunHeader {
    facts = Collections.unmodifiableMap(new TreeMap<>(facts));
  }
}
