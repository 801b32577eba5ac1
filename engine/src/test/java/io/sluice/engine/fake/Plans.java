package io.sluice.engine.fake;

import io.sluice.model.plan.AbortRule;
import io.sluice.model.plan.ArrivalModel;
import io.sluice.model.plan.CheckSpec;
import io.sluice.model.plan.DataSource;
import io.sluice.model.plan.Expectation;
import io.sluice.model.plan.Limits;
import io.sluice.model.plan.LoadPlan;
import io.sluice.model.plan.MetricSpec;
import io.sluice.model.plan.Network;
import io.sluice.model.plan.Op;
import io.sluice.model.plan.Phase;
import io.sluice.model.plan.RequestSpec;
import io.sluice.model.plan.Script;
import io.sluice.model.plan.StatusSet;
import io.sluice.model.plan.Target;
import io.sluice.model.plan.Template;
import io.sluice.model.plan.Window;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Puts small plans together, piece by piece; what a test does not name has a plain default. */
public final class Plans {
  /** Slots of every script. */
  public static final int SLOTS = 8;

  private final List<Target> targets = new ArrayList<>();
  private final List<DataSource> data = new ArrayList<>();
  private final List<RequestSpec> requests = new ArrayList<>();
  private final List<CheckSpec> checks = new ArrayList<>();
  private final List<MetricSpec> metrics = new ArrayList<>();
  private final List<Script> scripts = new ArrayList<>();
  private final List<Phase> phases = new ArrayList<>();
  private Script setup = Script.empty("setup");
  private Duration grace = Duration.ofSeconds(30);
  private Limits limits = Limits.DEFAULT;
  private Network network = Network.DEFAULT;
  private long seed = 1;
  private AbortRule abort = AbortRule.NEVER;

  /** Another target. */
  public Plans target(Target target) {
    targets.add(target);
    return this;
  }

  /** Another table. */
  public Plans data(DataSource source) {
    data.add(source);
    return this;
  }

  /** Another request. */
  public Plans request(RequestSpec request) {
    requests.add(request);
    return this;
  }

  /** Another request: GET with 10 s of timeout. */
  public Plans get(String path) {
    return request(request("GET", path, Template.EMPTY));
  }

  /** A request to the first target, named by its path. */
  public static RequestSpec request(String method, String path, Template body) {
    return new RequestSpec(
        path,
        "",
        Map.of(),
        method,
        0,
        Template.of(path),
        List.of(),
        body,
        Duration.ofSeconds(10),
        StatusSet.SUCCESS,
        RequestSpec.Redirects.FOLLOW);
  }

  /** Another check. */
  public Plans check(String name, int request, Expectation expectation) {
    checks.add(new CheckSpec(name, request, expectation));
    return this;
  }

  /** Another metric. */
  public Plans metric(String name, MetricSpec.Kind kind) {
    metrics.add(new MetricSpec(name, kind));
    return this;
  }

  /** Another script; End is added. */
  public Plans script(Op... ops) {
    scripts.add(ended("script " + scripts.size(), ops));
    return this;
  }

  /** The set-up; End is added. */
  public Plans setup(Op... ops) {
    setup = ended("setup", ops);
    return this;
  }

  private static Script ended(String name, Op... ops) {
    List<Op> all = new ArrayList<>(List.of(ops));
    all.add(new Op.End());
    return new Script(name, SLOTS, all);
  }

  /** How long iterations may go on, in all phases named from here on. */
  public Plans grace(Duration duration) {
    grace = duration;
    return this;
  }

  /** Another phase of one measured window that runs the last script from the start. */
  public Plans phase(ArrivalModel model) {
    return phase(model, Duration.ZERO, window("main", Duration.ZERO, model.duration(), true));
  }

  /** Another phase that runs the last script. */
  public Plans phase(ArrivalModel model, Duration start, Window... windows) {
    phases.add(
        new Phase(
            "phase " + phases.size(), scripts.size() - 1, model, List.of(windows), start, grace));
    return this;
  }

  /** A window. */
  public static Window window(String name, Duration from, Duration to, boolean measured) {
    return new Window(name, from, to, measured ? Window.Use.MEASURED : Window.Use.OBSERVED);
  }

  /** Other limits. */
  public Plans limits(Limits other) {
    limits = other;
    return this;
  }

  /** Another network. */
  public Plans network(Network other) {
    network = other;
    return this;
  }

  /** Another seed. */
  public Plans seed(long other) {
    seed = other;
    return this;
  }

  /** Ends the run as soon as it cannot pass. */
  public Plans abortWhenCertain() {
    abort = new AbortRule(AbortRule.When.CERTAIN, Duration.ZERO);
    return this;
  }

  /** The plan. */
  public LoadPlan build() {
    List<Target> reached =
        targets.isEmpty() ? List.of(new Target("http", "target.test", 80)) : targets;
    return new LoadPlan(
        "test", "", seed, reached, data, requests, checks, metrics, scripts, setup, phases,
        List.of(), limits, network, abort);
  }
}
