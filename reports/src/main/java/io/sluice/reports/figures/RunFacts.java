package io.sluice.reports.figures;

import io.sluice.model.plan.LoadPlan;
import io.sluice.model.plan.Network;
import io.sluice.model.plan.Target;
import io.sluice.model.run.RunEnd;
import io.sluice.model.run.RunResult;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which run it was.
 *
 * @param name of the scenario
 * @param profile of the load, or empty
 * @param model open, closed or both
 * @param targets origins that it contacted
 * @param tls whether certificates were verified
 * @param seed of its random streams
 * @param digest of its plan
 * @param started wall clock
 * @param end how it ended
 * @param plannedSeconds how long load was to be offered
 * @param durationSeconds how long it took
 * @param measuredSeconds how many of its seconds lie in measured windows
 * @param facts about the generator: version, java, os and the like; and the settings of the network
 *     that are not the default ones, such as {@code network.http}
 */
public record RunFacts(
    String name,
    String profile,
    LoadModel model,
    List<String> targets,
    Network.Tls.Trust tls,
    long seed,
    String digest,
    Instant started,
    RunEnd end,
    double plannedSeconds,
    double durationSeconds,
    double measuredSeconds,
    Map<String, String> facts) {

  static RunFacts of(RunResult run, double measuredSeconds) {
    LoadPlan plan = run.plan();
    return new RunFacts(
        plan.name(),
        plan.profile(),
        LoadModel.of(plan),
        plan.targets().stream().map(Target::toString).toList(),
        plan.network().tls().trust(),
        plan.seed(),
        run.header().digest(),
        run.header().started(),
        run.end(),
        plan.duration().toNanos() / 1e9,
        run.end().nanos() / 1e9,
        measuredSeconds,
        facts(run));
  }

  private static Map<String, String> facts(RunResult run) {
    Map<String, String> facts = new TreeMap<>(run.header().facts());
    facts.putAll(NetworkFacts.of(run.plan()));
    return Collections.unmodifiableMap(facts);
  }

  /** Whether certificates were not verified. */
  public boolean insecure() {
    return tls == Network.Tls.Trust.INSECURE;
  }
}
