package io.sluice.scenarios.compile;

import io.sluice.model.plan.ArrivalModel.Arm;
import io.sluice.model.plan.ArrivalModel.Split;
import io.sluice.model.plan.CheckSpec;
import io.sluice.model.plan.LoadPlan;
import io.sluice.model.plan.Op;
import io.sluice.model.plan.Phase;
import io.sluice.model.plan.ReleaseObjectives;
import io.sluice.model.plan.RequestSpec;
import io.sluice.model.plan.Script;
import io.sluice.model.plan.Target;
import io.sluice.model.run.SeriesCatalog;
import io.sluice.scenarios.source.Problems;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Joins one scenario, compiled for each of two arms, into one plan: the phases {@code a} and {@code
 * b} (with several phases {@code NAME/a} and {@code NAME/b}) divide each load between them.
 *
 * <p>Requests and checks of both stand in turns: number n of the scenario is 2n for A and 2n + 1
 * for B, under the same name and with the arm as a tag. Data and metrics are common. The set-up is
 * A's, then B's. Objectives judge B: see {@link ReleaseObjectives}.
 */
public final class ArmMerger {
  private final LoadPlan a;
  private final LoadPlan b;
  private final double share;
  private final List<Target> targets;

  private ArmMerger(LoadPlan a, LoadPlan b, double share) {
    this.a = a;
    this.b = b;
    this.share = share;
    Set<Target> union = new LinkedHashSet<>(a.targets());
    union.addAll(b.targets());
    targets = List.copyOf(union);
  }

  /**
   * The plan of both, with everything that is to be kept secret and warned of.
   *
   * @param share of the load that is B's
   * @param problems of the scenario's source
   * @throws io.sluice.scenarios.source.ScenarioException if the arms differ in more than values
   */
  public static CompiledScenario merge(
      CompiledScenario a, CompiledScenario b, double share, Problems problems) {
    Set<String> secrets = new LinkedHashSet<>(a.secrets());
    secrets.addAll(b.secrets());
    for (String difference : ArmDifferences.between(a.plan(), b.plan())) {
      problems.addToFile(masked(difference, secrets));
    }
    problems.throwIfAny();
    Set<String> warnings = new LinkedHashSet<>(a.warnings());
    warnings.addAll(b.warnings());
    warnings.addAll(ArmDifferences.doubts(a.plan(), b.plan()));
    LoadPlan plan = new ArmMerger(a.plan(), b.plan(), share).merge();
    SeriesCatalog series = SeriesCatalog.of(plan);
    plan.objectives().stream()
        .map(series::problemWith)
        .filter(problem -> !problem.isEmpty())
        .forEach(problems::addToFile);
    problems.throwIfAny();
    return new CompiledScenario(plan, List.copyOf(secrets), List.copyOf(warnings));
  }

  /** Requests may be named after a path that holds a secret. */
  private static String masked(String sentence, Set<String> secrets) {
    String masked = sentence;
    for (String secret : secrets) {
      masked = masked.replace(secret, "***");
    }
    return masked;
  }

  private LoadPlan merge() {
    LoadPlan plan =
        new LoadPlan(
            a.name(),
            a.profile(),
            a.seed(),
            targets,
            a.data(),
            requests(),
            checks(),
            a.metrics(),
            scripts(),
            setup(),
            phases(),
            List.of(),
            a.limits(),
            a.network(),
            a.abort());
    return plan.withObjectives(ReleaseObjectives.of(plan, a.objectives()));
  }

  private LoadPlan of(Arm arm) {
    return arm == Arm.A ? a : b;
  }

  private List<RequestSpec> requests() {
    List<RequestSpec> requests = new ArrayList<>();
    for (int r = 0; r < a.requests().size(); r++) {
      for (Arm arm : Arm.values()) {
        RequestSpec request = of(arm).requests().get(r);
        Map<String, String> tags = new TreeMap<>(request.tags());
        tags.put(Arm.TAG, arm.key());
        requests.add(
            new RequestSpec(
                request.name(),
                request.group(),
                tags,
                request.method(),
                targets.indexOf(of(arm).targets().get(request.target())),
                request.path(),
                request.headers(),
                request.body(),
                request.timeout(),
                request.accepted(),
                request.redirects()));
      }
    }
    return requests;
  }

  private List<CheckSpec> checks() {
    List<CheckSpec> checks = new ArrayList<>();
    for (int c = 0; c < a.checks().size(); c++) {
      for (Arm arm : Arm.values()) {
        CheckSpec check = of(arm).checks().get(c);
        checks.add(new CheckSpec(check.name(), number(check.request(), arm), check.expectation()));
      }
    }
    return checks;
  }

  private List<Script> scripts() {
    List<Script> scripts = new ArrayList<>();
    for (int s = 0; s < a.scripts().size(); s++) {
      for (Arm arm : Arm.values()) {
        Script script = of(arm).scripts().get(s);
        scripts.add(new Script(script.name(), script.slots(), ops(script, arm, 0)));
      }
    }
    return scripts;
  }

  /** Both set-ups in one, where A's end is B's beginning; B finds its slots empty. */
  private Script setup() {
    if (a.setup().isEmpty()) {
      return a.setup();
    }
    int slots = Math.max(a.setup().slots(), b.setup().slots());
    List<Op> ops = new ArrayList<>(ops(a.setup(), Arm.A, 0));
    ops.removeLast();
    for (int slot = 0; slot < slots; slot++) {
      ops.add(new Op.Clear(slot));
    }
    ops.addAll(ops(b.setup(), Arm.B, ops.size()));
    return new Script(a.setup().name(), slots, ops);
  }

  private List<Phase> phases() {
    List<Phase> phases = new ArrayList<>();
    for (Phase phase : a.phases()) {
      for (Arm arm : Arm.values()) {
        phases.add(
            new Phase(
                a.phases().size() == 1 ? arm.key() : phase.name() + "/" + arm.key(),
                number(phase.script(), arm),
                new Split(phase.arrivals(), arm, share),
                phase.windows(),
                phase.start(),
                phase.gracefulStop()));
      }
    }
    return phases;
  }

  private static int number(int inScenario, Arm arm) {
    return 2 * inScenario + arm.ordinal();
  }

  private static List<Op> ops(Script script, Arm arm, int first) {
    return script.ops().stream().map(op -> renumbered(op, arm, first)).toList();
  }

  private static Op renumbered(Op op, Arm arm, int first) {
    return switch (op) {
      case Op.Send send -> new Op.Send(number(send.request(), arm));
      case Op.Check check -> new Op.Check(number(check.check(), arm));
      case Op.Jump jump -> new Op.Jump(first + jump.to());
      case Op.JumpIf jump -> new Op.JumpIf(jump.condition(), first + jump.to());
      case Op.Extract _,
          Op.Settle _,
          Op.Assign _,
          Op.Clear _,
          Op.Pause _,
          Op.Call _,
          Op.StartTimer _,
          Op.StopTimer _,
          Op.Count _,
          Op.Add _,
          Op.Gauge _,
          Op.End _ ->
          op;
    };
  }
}
