package io.sluice.k6.options;

import io.sluice.k6.K6Exception;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Everything that a run of a script was asked to be, from all sources, valid.
 *
 * @param scenarios sorted by start time, then name; at least one
 * @param thresholds by metric or sub-metric, as they were written
 * @param lifecycle what runs around the scenarios
 * @param http how requests are made
 * @param network where connections go
 * @param tls how connections are secured
 * @param summary what the summary shows
 * @param tags tags of all samples
 * @param systemTags the tags that samples get without the script's doing
 * @param outputs where samples go, as {@code -o} has it
 * @param consoleOutput the file that the console is written to, or null
 * @param warnings what the user should know, a sentence each
 * @param json the consolidated options; see {@link OptionsJson}
 */
public record Options(
    List<ScenarioOptions> scenarios,
    Map<String, List<ThresholdOption>> thresholds,
    LifecycleOptions lifecycle,
    HttpOptions http,
    NetworkOptions network,
    TlsOptions tls,
    SummaryOptions summary,
    Map<String, String> tags,
    Set<SystemTag> systemTags,
    List<String> outputs,
    @Nullable String consoleOutput,
    List<String> warnings,
    String json) {
  /** Copies the collections. */
  public Options {
    scenarios = List.copyOf(scenarios);
    systemTags = Set.copyOf(systemTags);
    outputs = List.copyOf(outputs);
    warnings = List.copyOf(warnings);
  }

  /**
   * The options of these sources.
   *
   * @param isExported whether the script exports a function of this name
   * @throws K6Exception (104) with what is wrong, all of it where it concerns scenarios
   */
  public static Options of(OptionSources sources, Predicate<String> isExported) throws K6Exception {
    Tiers tiers = Tiers.merge(sources);
    Shortcuts.resolve(tiers.merged(), tiers.warnings());
    List<ScenarioOptions> scenarios =
        ScenarioReader.read(tiers.merged().path(OptionName.SCENARIOS.json()), isExported);
    return new OptionsReader(tiers).read(scenarios);
  }

  /** How many users the scenarios need, and for how long. */
  public ExecutionPlan plan() {
    return ExecutionPlan.of(scenarios);
  }
}
