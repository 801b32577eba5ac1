package io.sluice.scenarios.compile;

import io.sluice.model.plan.DataSource;
import io.sluice.model.plan.LoadPlan;
import io.sluice.model.plan.Phase;
import io.sluice.model.plan.Script;
import io.sluice.model.run.SeriesCatalog;
import io.sluice.scenarios.network.Reach;
import io.sluice.scenarios.source.Problems;
import io.sluice.scenarios.tree.Profile;
import io.sluice.scenarios.tree.RequestStep;
import io.sluice.scenarios.tree.Scenario;
import io.sluice.scenarios.tree.Scenario.DataTable;
import io.sluice.scenarios.tree.Scenario.Goal;
import io.sluice.scenarios.tree.Scenario.Label;
import io.sluice.scenarios.tree.Step;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Turns a scenario's tree into a plan. */
public final class ScenarioCompiler {
  private final Scenario scenario;
  private final ScenarioOptions options;
  private final Problems problems;
  private final Environment environment;
  private final PlanParts parts;

  private ScenarioCompiler(Scenario scenario, ScenarioOptions options, Problems problems) {
    this.scenario = scenario;
    this.options = options;
    this.problems = problems;
    this.environment = Environment.of(scenario.env(), options, problems);
    this.parts = new PlanParts(problems);
  }

  /**
   * Compiles a scenario.
   *
   * @param problems of the scenario's source
   * @throws io.sluice.scenarios.source.ScenarioException with everything that is wrong
   */
  public static CompiledScenario compile(
      Scenario scenario, ScenarioOptions options, Problems problems) {
    return new ScenarioCompiler(scenario, options, problems).compile();
  }

  private CompiledScenario compile() {
    scenario.data().forEach(this::addData);
    Profile profile = profile();
    Reach reach =
        new NetworkCompiler(environment, options.network(), problems).compile(scenario.network());
    refuseMetrics(scenario.setup());
    Script setup = script("setup", scenario.setup());
    int setupRequests = parts.requests().size();
    Script journey = script(scenario.name(), scenario.journey());
    if (parts.requests().size() == setupRequests) {
      problems.addToFile("the journey must send at least one request");
    }
    problems.throwIfAny();
    if (profile == null) {
      throw new IllegalStateException("a problem was noted");
    }
    LoadPlan plan = plan(profile, setup, journey, reach);
    SeriesCatalog series = SeriesCatalog.of(plan);
    for (Goal goal : scenario.goals()) {
      String problem = series.problemWith(goal.objective());
      if (!problem.isEmpty()) {
        problems.add(goal.at(), problem);
      }
    }
    problems.throwIfAny();
    return new CompiledScenario(plan, secrets(plan), warnings());
  }

  private List<String> secrets(LoadPlan plan) {
    Set<String> secrets = new LinkedHashSet<>(environment.secrets());
    String password = plan.network().tls().identity().password();
    if (!password.isEmpty()) {
      secrets.add(password);
    }
    return List.copyOf(secrets);
  }

  private LoadPlan plan(Profile profile, Script setup, Script journey, Reach reach) {
    Phase phase =
        new Phase(
            profile.name(),
            0,
            profile.arrivals(),
            profile.windows(),
            Duration.ZERO,
            profile.gracefulStop());
    return new LoadPlan(
        scenario.name(),
        profile.name(),
        options.seed(),
        parts.targets(),
        parts.data(),
        parts.requests(),
        parts.checks(),
        parts.metrics(),
        List.of(journey),
        setup,
        List.of(phase),
        scenario.goals().stream().map(Goal::objective).toList(),
        reach.limits(),
        reach.network(),
        profile.abort());
  }

  private void addData(DataTable table) {
    List<List<String>> rows =
        table.rows().stream().map(row -> row.stream().map(environment::text).toList()).toList();
    parts.table(table, new DataSource(table.name(), table.columns(), rows));
  }

  private Script script(String name, List<Step> steps) {
    ScriptBuilder script = new ScriptBuilder();
    Scope scope = new Scope(environment, parts, script, problems);
    scope.declare(steps);
    Lowering lowering = new Lowering(environment, scope, parts, script, problems);
    new StepCompiler(lowering, scope, parts, script, problems).compile(steps);
    return script.build(name);
  }

  private void refuseMetrics(List<Step> steps) {
    for (Step step : steps) {
      switch (step) {
        case RequestStep request ->
            request.tallies().stream()
                .findFirst()
                .ifPresent(tally -> problems.add(tally.at(), "'counts' belongs to the journey"));
        case Step.Timer timer -> problems.add(timer.at(), "a timer belongs to the journey");
        case Step.Add add -> problems.add(add.at(), "'add' belongs to the journey");
        case Step.Gauge gauge -> problems.add(gauge.at(), "'gauge' belongs to the journey");
        case Step.Group group -> refuseMetrics(group.steps());
        case Step.Repeat repeat -> refuseMetrics(repeat.steps());
        case Step.When when -> {
          refuseMetrics(when.steps());
          refuseMetrics(when.otherwise());
        }
        case Step.Assign _, Step.Think _ -> {}
      }
    }
  }

  /** The profile that was asked for, or that the scenario runs unless another is. */
  private @Nullable Profile profile() {
    List<String> names = scenario.profiles().stream().map(Profile::name).toList();
    String all = String.join(", ", names);
    Label standard = scenario.defaultProfile();
    boolean lost = !standard.text().isEmpty() && !names.contains(standard.text());
    if (lost) {
      problems.add(
          standard.at(),
          "there is no profile '%s', only %s".formatted(standard.text(), all),
          standard.text(),
          names);
    }
    String asked = options.profile();
    String only = names.size() == 1 ? names.getFirst() : "load";
    String standing = standard.text().isEmpty() ? only : standard.text();
    int number = names.indexOf(asked.isEmpty() ? standing : asked);
    if (number >= 0) {
      return scenario.profiles().get(number);
    }
    if (!asked.isEmpty()) {
      problems.addToFile("there is no profile '%s', only %s".formatted(asked, all), asked, names);
    } else if (!lost) {
      problems.addToFile("choose a profile with --profile: " + all);
    }
    return null;
  }

  private List<String> warnings() {
    List<String> warnings = new ArrayList<>();
    for (String name : parts.unusedData()) {
      warnings.add("nothing draws from the data '" + name + "'");
    }
    for (String name : environment.unused()) {
      warnings.add("nothing uses the name '" + name + "' of env");
    }
    return warnings;
  }
}
