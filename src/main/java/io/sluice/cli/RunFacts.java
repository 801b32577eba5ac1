package io.sluice.cli;

import io.sluice.engine.Engine;
import io.sluice.model.run.RunHeader;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/** What is known of a run before its first request. */
final class RunFacts {
  private RunFacts() {}

  /**
   * The header of a run that starts now.
   *
   * @param digest of the plan as it is stored
   * @param environment of the process
   */
  static RunHeader header(
      String name, String digest, Engine engine, Map<String, String> environment) {
    Map<String, String> facts = new TreeMap<>(BuildFacts.of(environment));
    facts.put("version", Version.current());
    facts.put("java", Runtime.version().toString());
    facts.put("os", System.getProperty("os.name") + " " + System.getProperty("os.version"));
    facts.put("arch", System.getProperty("os.arch"));
    facts.put("cpus", Integer.toString(Runtime.getRuntime().availableProcessors()));
    facts.put("transport", engine.transport());
    return new RunHeader(name, Instant.now(), digest, engine.cells(), facts);
  }
}
