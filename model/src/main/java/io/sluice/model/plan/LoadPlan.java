package io.sluice.model.plan;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

/**
 * What is to be run: immutable and already valid, whatever text it came from.
 *
 * @param name of the scenario
 * @param profile name of the load profile, or empty
 * @param seed of every random stream of the run
 * @param targets the only origins the run contacts
 * @param setup runs once, by one user, before the load; where a request of it fails, there is no
 *     load
 * @param objectives what the gate will judge, possibly none
 * @param abort when the run ends before the plan does
 */
public record LoadPlan(
    String name,
    String profile,
    long seed,
    List<Target> targets,
    List<DataSource> data,
    List<RequestSpec> requests,
    List<CheckSpec> checks,
    List<MetricSpec> metrics,
    List<Script> scripts,
    Script setup,
    List<Phase> phases,
    List<Objective> objectives,
    Limits limits,
    Network network,
    AbortRule abort) {
  private static final long[] SLICES = {1_000_000_000L, 500_000_000L, 200_000_000L, 100_000_000L};
  private static final long SHORTEST_SLICE = 50_000_000L;
  private static final int WANTED_SLICES = 30;

  public LoadPlan {
    targets = List.copyOf(targets);
    data = List.copyOf(data);
    requests = List.copyOf(requests);
    checks = List.copyOf(checks);
    metrics = List.copyOf(metrics);
    scripts = List.copyOf(scripts);
    phases = List.copyOf(phases);
    objectives = List.copyOf(objectives);
    if (phases.isEmpty()) {
      throw new IllegalArgumentException("a plan must have at least one phase");
    }
    Set<String> names = new HashSet<>();
    for (Phase phase : phases) {
      if (!names.add(phase.name())) {
        throw new IllegalArgumentException("two phases are named '" + phase.name() + "'");
      }
      requireIndex("phase '" + phase.name() + "': script", phase.script(), scripts.size());
    }
    requirePairs(phases);
    for (RequestSpec request : requests) {
      requireIndex("request '" + request.name() + "': target", request.target(), targets.size());
    }
    for (Script script : scripts) {
      requireIndices(script, requests.size(), checks.size(), metrics.size());
    }
    requireIndices(setup, requests.size(), checks.size(), metrics.size());
  }

  /** A plan that is carried out whatever is seen. */
  public LoadPlan(
      String name,
      String profile,
      long seed,
      List<Target> targets,
      List<DataSource> data,
      List<RequestSpec> requests,
      List<CheckSpec> checks,
      List<MetricSpec> metrics,
      List<Script> scripts,
      Script setup,
      List<Phase> phases,
      List<Objective> objectives,
      Limits limits,
      Network network) {
    this(
        name,
        profile,
        seed,
        targets,
        data,
        requests,
        checks,
        metrics,
        scripts,
        setup,
        phases,
        objectives,
        limits,
        network,
        AbortRule.NEVER);
  }

  private static void requirePairs(List<Phase> phases) {
    for (int i = 0; i < phases.size(); i++) {
      if (phases.get(i).arrivals() instanceof ArrivalModel.Split) {
        boolean paired = i + 1 < phases.size() && phases.get(i).isPairedWith(phases.get(i + 1));
        if (!paired) {
          throw new IllegalArgumentException(
              "phase '%s': arm A of a load must stand right before its arm B"
                  .formatted(phases.get(i).name()));
        }
        i++;
      }
    }
  }

  private static void requireIndices(Script script, int requests, int checks, int metrics) {
    String where = "script '" + script.name() + "': ";
    for (Op op : script.ops()) {
      switch (op) {
        case Op.Send send -> requireIndex(where + "request", send.request(), requests);
        case Op.Check check -> requireIndex(where + "check", check.check(), checks);
        case Op.StopTimer stop -> requireIndex(where + "metric", stop.metric(), metrics);
        case Op.Count count -> requireIndex(where + "metric", count.metric(), metrics);
        case Op.Add add -> requireIndex(where + "metric", add.metric(), metrics);
        case Op.Gauge gauge -> requireIndex(where + "metric", gauge.metric(), metrics);
        case Op.Extract extract -> requireIndex(where + "slot", extract.slot(), script.slots());
        case Op.Assign assign -> requireIndex(where + "slot", assign.slot(), script.slots());
        case Op.Clear clear -> requireIndex(where + "slot", clear.slot(), script.slots());
        case Op.StartTimer start -> requireIndex(where + "slot", start.slot(), script.slots());
        case Op.Settle _, Op.Pause _, Op.Call _, Op.Jump _, Op.JumpIf _, Op.End _ -> {}
      }
    }
  }

  private static void requireIndex(String what, int index, int size) {
    if (index < 0 || index >= size) {
      throw new IllegalArgumentException(what + " " + index + " is not one of " + size);
    }
  }

  /** Whether two arms are compared: some phase is one arm's part of a load. */
  public boolean comparesArms() {
    return phases.stream().anyMatch(phase -> phase.arrivals() instanceof ArrivalModel.Split);
  }

  /**
   * Number of the random stream that a phase's arrivals come from: its own, but arm B has that of
   * arm A, so that the two divide one sequence.
   */
  public int stream(int phase) {
    boolean second =
        phases.get(phase).arrivals() instanceof ArrivalModel.Split split
            && split.arm() == ArrivalModel.Arm.B;
    return second ? phase - 1 : phase;
  }

  /** How long load is offered: until the last phase's end, without its graceful stop. */
  public Duration duration() {
    return phases.stream().map(Phase::end).max(Duration::compareTo).orElseThrow();
  }

  /** The same plan within other limits. */
  public LoadPlan withLimits(Limits others) {
    return new LoadPlan(
        name,
        profile,
        seed,
        targets,
        data,
        requests,
        checks,
        metrics,
        scripts,
        setup,
        phases,
        objectives,
        others,
        network,
        abort);
  }

  /** The same plan over another network. */
  public LoadPlan withNetwork(Network other) {
    return new LoadPlan(
        name,
        profile,
        seed,
        targets,
        data,
        requests,
        checks,
        metrics,
        scripts,
        setup,
        phases,
        objectives,
        limits,
        other,
        abort);
  }

  /** The same plan judged by other objectives. */
  public LoadPlan withObjectives(List<Objective> others) {
    return new LoadPlan(
        name, profile, seed, targets, data, requests, checks, metrics, scripts, setup, phases,
        others, limits, network, abort);
  }

  /** The same plan with other populations. */
  public LoadPlan withPhases(List<Phase> others) {
    return new LoadPlan(
        name,
        profile,
        seed,
        targets,
        data,
        requests,
        checks,
        metrics,
        scripts,
        setup,
        others,
        objectives,
        limits,
        network,
        abort);
  }

  /**
   * The same plan when it is known what its code sends where, and what it checks.
   *
   * @throws IllegalArgumentException if a script names a request or a check that is no more
   */
  public LoadPlan withNames(List<Target> known, List<RequestSpec> sent, List<CheckSpec> made) {
    return new LoadPlan(
        name,
        profile,
        seed,
        known,
        data,
        sent,
        made,
        metrics,
        scripts,
        setup,
        phases,
        objectives,
        limits,
        network,
        abort);
  }

  /** Whether some of it is code, whose requests are known only when it is run. */
  public boolean callsCode() {
    return scripts.stream().anyMatch(Script::callsCode);
  }

  /** The same plan with another rule for its early end. */
  public LoadPlan withAbort(AbortRule other) {
    return new LoadPlan(
        name,
        profile,
        seed,
        targets,
        data,
        requests,
        checks,
        metrics,
        scripts,
        setup,
        phases,
        objectives,
        limits,
        network,
        other);
  }

  /**
   * How long the intervals of the run are, in nanoseconds: a second, or less where the measured
   * windows would hold fewer than {@value #WANTED_SLICES} of them, but no less than 50 ms. How
   * requests of neighbouring slices go together is what the gate learns correlation from.
   */
  public long sliceNanos() {
    long measured =
        phases.stream()
            .mapToLong(
                phase ->
                    phase.windows().stream()
                        .filter(Window::measured)
                        .mapToLong(window -> window.to().minus(window.from()).toNanos())
                        .sum())
            .max()
            .orElse(0);
    for (long slice : SLICES) {
      if (measured == 0 || measured / slice >= WANTED_SLICES) {
        return slice;
      }
    }
    return SHORTEST_SLICE;
  }

  /** The same plan with other random streams. */
  public LoadPlan withSeed(long other) {
    return new LoadPlan(
        name,
        profile,
        other,
        targets,
        data,
        requests,
        checks,
        metrics,
        scripts,
        setup,
        phases,
        objectives,
        limits,
        network,
        abort);
  }

  /**
   * A SHA-256 over everything that shapes the load, in hexadecimal; objectives are not part, nor
   * are the requests and checks of code, which are what it did and not what it was to do.
   */
  public String digest() {
    LoadPlan shape = callsCode() ? withNames(List.of(), List.of(), List.of()) : this;
    String text = shape.withObjectives(List.of()).toString();
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-256", e);
    }
  }
}
