package io.sluice.k6.run;

import io.sluice.engine.Code;
import io.sluice.engine.Engine;
import io.sluice.engine.EngineOptions;
import io.sluice.engine.StopSignal;
import io.sluice.k6.ExitCode;
import io.sluice.k6.K6Exception;
import io.sluice.k6.metrics.MetricRegistry;
import io.sluice.k6.metrics.MetricStore;
import io.sluice.k6.metrics.threshold.ThresholdReport;
import io.sluice.k6.metrics.threshold.ThresholdWatch;
import io.sluice.k6.metrics.threshold.Thresholds;
import io.sluice.k6.options.HttpOptions;
import io.sluice.k6.options.Options;
import io.sluice.k6.options.PerVuIterations;
import io.sluice.k6.options.ScenarioOptions;
import io.sluice.k6.options.SharedIterations;
import io.sluice.k6.options.SystemTag;
import io.sluice.k6.script.ScriptError;
import io.sluice.k6.script.ScriptProgram;
import io.sluice.k6.script.port.HttpSettings;
import io.sluice.k6.summary.RunSummary;
import io.sluice.model.plan.LoadPlan;
import io.sluice.model.plan.Network;
import io.sluice.model.run.IntervalListener;
import io.sluice.model.run.RunEnd;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A k6 script that was loaded, with its options: set up, run, torn down and summed up, once each
 * and in that order.
 */
public final class K6Test implements AutoCloseable {
  private final TestState test;
  private final Thresholds thresholds;
  private final ThresholdWatch watch;
  private final MetricRegistry registry;
  private final LoadPlanner planner;
  private final SampleOutputs outputs;
  private final LoadPlan plan;
  private final EngineOptions engine;

  private K6Test(
      TestState test,
      Thresholds thresholds,
      MetricRegistry registry,
      LoadPlanner planner,
      SampleOutputs outputs,
      EngineOptions engine) {
    this.test = test;
    this.thresholds = thresholds;
    this.registry = registry;
    this.planner = planner;
    this.outputs = outputs;
    this.engine = engine;
    watch = new ThresholdWatch(thresholds);
    plan = planner.of(test.options, ThresholdObjectives.of(thresholds));
  }

  /**
   * Loads a script and reads its options.
   *
   * @throws K6Exception if it cannot be run, with what is wrong and where
   */
  public static K6Test load(ScriptSource source, EngineOptions engine) throws K6Exception {
    MetricRegistry registry = new MetricRegistry();
    StoreSamples.Definitions definitions = new StoreSamples.Definitions(registry);
    ScriptProgram program = program(source, definitions);
    try {
      Options options =
          Options.of(source.options(program.options()), program.functions()::contains);
      Thresholds thresholds =
          source.noThresholds() ? Thresholds.NONE : Thresholds.of(options.thresholds(), registry);
      if (options.systemTags().contains(SystemTag.EXPECTED_RESPONSE)) {
        var _ = Thresholds.expectedResponses(registry);
      }
      Network network = Networks.of(options);
      ScriptRoads roads = ScriptRoads.of(options, network);
      LocalAddresses.require(options.network().localIps(), options.plan().maxVus());
      ScriptNames names = new ScriptNames(definitions);
      SampleOutputs outputs = SampleOutputs.open(source.outputs(), options, thresholds);
      Supplier<MetricStore> stores = () -> outputs.telling(source.store());
      TestState test =
          new TestState(
              program, options, http(options), source.console(), names, roads, definitions, stores);
      LoadPlanner planner = new LoadPlanner(source.name(), network, names);
      return new K6Test(test, thresholds, registry, planner, outputs, engine);
    } catch (K6Exception | RuntimeException e) {
      program.close();
      throw e;
    }
  }

  private static ScriptProgram program(ScriptSource source, StoreSamples.Definitions definitions)
      throws K6Exception {
    try {
      return source.load(new Definer(definitions));
    } catch (ScriptError e) {
      throw new K6Exception(ExitCode.SCRIPT_EXCEPTION, e.text());
    }
  }

  private static HttpSettings http(Options options) {
    HttpOptions http = options.http();
    return new HttpSettings(
        http.userAgent(),
        Math.toIntExact(http.maxRedirects()),
        Math.toIntExact(http.batch()),
        Math.toIntExact(http.batchPerHost()),
        http.throwErrors(),
        http.noCookiesReset(),
        http.discardResponseBodies(),
        HttpSettings.names(options.systemTags()));
  }

  /** What the options ask for and is not done, a sentence each. */
  public List<String> unsupported() {
    return test.roads.notOffered();
  }

  /** The thresholds in force. */
  public Thresholds thresholds() {
    return thresholds;
  }

  /** The options in force. */
  public Options options() {
    return test.options;
  }

  /** The plan of the load, with room for requests and checks that are known when it runs. */
  public LoadPlan plan() {
    return plan;
  }

  /** How many requests and checks are known by now; any thread may ask. */
  public int knownNames() {
    return test.names.count();
  }

  /** The same plan with the requests and checks that are known by now; any thread may ask. */
  public LoadPlan knownPlan() {
    return test.names.known(plan);
  }

  /** The engine that will make the load. */
  public Engine engine() {
    long most = test.options.plan().maxVus();
    long ready = Math.min(most, test.options.scenarios().stream().mapToLong(K6Test::ready).sum());
    return Engine.prepare(
        plan,
        engine,
        new Code(
            new ScriptGuests(test, Math.toIntExact(ready)), test.names.requests(), test.roads));
  }

  private static long ready(ScenarioOptions scenario) {
    return switch (scenario) {
      case io.sluice.k6.options.ConstantArrivalRate rate -> rate.preAllocatedVus();
      case io.sluice.k6.options.RampingArrivalRate rate -> rate.preAllocatedVus();
      default -> scenario.maxVus();
    };
  }

  /**
   * Runs {@code setup}, if there is one and it is wanted.
   *
   * @throws K6Exception if it threw (107) or took too long (100): there is no load then
   */
  public void setup(StopSignal stop) throws K6Exception {
    if (test.options.lifecycle().noSetup() || !test.program.functions().contains("setup")) {
      return;
    }
    OnceGuest guest = new OnceGuest(test, user -> test.setupJson(user.setup()));
    once("setup", guest, test.options.lifecycle().setupTimeoutNanos(), stop);
    fail("setup", guest, ExitCode.SETUP_TIMEOUT);
  }

  /** Makes the load. */
  public RunEnd run(Engine prepared, IntervalListener listener, StopSignal stop) {
    Observer observer = new Observer(test, watch);
    test.loads(stop, prepared.cells());
    RunEnd end =
        prepared.run(
            interval -> {
              observer.onInterval(interval);
              listener.onInterval(interval);
            },
            stop);
    test.drainCells();
    for (int i = 0; i < test.options.scenarios().size(); i++) {
      observer.dropped(i, left(i) + test.takeDropped(i));
    }
    observer.drain();
    return end;
  }

  /** Iterations of a scenario that counts them which its time did not suffice for. */
  private long left(int phase) {
    long begun = test.begun(phase);
    return switch (test.scenario(phase)) {
      case SharedIterations shared -> shared.iterations() - begun;
      case PerVuIterations each -> each.vus() * each.iterations() - begun;
      default -> 0;
    };
  }

  /**
   * Runs {@code teardown}, if there is one and it is wanted.
   *
   * @throws K6Exception if it threw (107) or took too long (101)
   */
  public void teardown(StopSignal stop) throws K6Exception {
    if (test.options.lifecycle().noTeardown() || !test.program.functions().contains("teardown")) {
      return;
    }
    OnceGuest guest = new OnceGuest(test, user -> user.teardown(test.setupJson()));
    once("teardown", guest, test.options.lifecycle().teardownTimeoutNanos(), stop);
    fail("teardown", guest, ExitCode.TEARDOWN_TIMEOUT);
  }

  private void once(String what, OnceGuest guest, long timeoutNanos, StopSignal stop) {
    Engine prepared =
        Engine.prepare(
            planner.once(what, timeoutNanos),
            new EngineOptions(1, engine.transport(), engine.userAgent()),
            new Code(guest, test.names.requests(), test.roads));
    test.loads(stop, 1);
    var _ = prepared.run(_ -> {}, stop);
    test.drainCells();
  }

  private void fail(String what, OnceGuest guest, ExitCode timeout) throws K6Exception {
    ScriptError error = guest.error();
    TestState.End end = test.end();
    if (end != null) {
      throw new K6Exception(end.code(), end.message());
    }
    if (!guest.through()) {
      throw new K6Exception(timeout, what + "() execution timed out");
    }
    if (error != null) {
      throw new K6Exception(ExitCode.SCRIPT_EXCEPTION, error.text());
    }
  }

  /** What the run came to; every part of it is over. */
  public RunSummary summary() {
    long elapsed = test.elapsedNanos();
    ThresholdReport report = watch.evaluate(test.metrics, elapsed, true);
    return new RunSummary(
        registry, test.metrics, test.checks, report, test.options.summary(), elapsed);
  }

  /** What the samples are written to, for the header. */
  public List<String> outputs() {
    return outputs.descriptions();
  }

  /**
   * Writes the samples that are left.
   *
   * @throws K6Exception if a file could not be written
   */
  public void closeOutputs() throws K6Exception {
    outputs.close();
  }

  /** What {@code setup} returned, as JSON; null for nothing. */
  public @Nullable String setupJson() {
    return test.setupJson();
  }

  /** Whether the script wants to write the summary by itself. */
  public boolean handlesSummary() {
    return test.program.functions().contains("handleSummary");
  }

  /**
   * Has the script write the summary.
   *
   * @return contents by place; null if it returned nothing, or threw, which is logged
   */
  public @Nullable Map<String, byte[]> handleSummary(String json) {
    return SummaryCall.run(test, json);
  }

  /** How far the run has come. */
  public Progress progress() {
    return new Progress(
        test.elapsedNanos(),
        test.active.get(),
        test.initialized.get(),
        test.completed.get(),
        test.interrupted.get());
  }

  /**
   * How far a run has come.
   *
   * @param elapsedNanos since before {@code setup}
   * @param active users in an iteration
   * @param initialized users that there are
   * @param completed iterations that came to their end
   * @param interrupted iterations that were cut
   */
  public record Progress(
      long elapsedNanos, long active, long initialized, long completed, long interrupted) {}

  /** How many iterations of a scenario have begun. */
  public long begun(int scenario) {
    return test.begun(scenario);
  }

  /** Why the run ended before its time, if it did: k6's exit code and a sentence. */
  public @Nullable K6Exception endedEarly() {
    TestState.End end = test.end();
    return end == null ? null : new K6Exception(end.code(), end.message());
  }

  /** Whether the script called {@code exec.test.fail}. */
  public boolean markedFailed() {
    return test.markedFailed();
  }

  @Override
  public void close() {
    test.program.close();
  }
}
