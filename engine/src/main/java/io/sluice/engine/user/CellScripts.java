package io.sluice.engine.user;

import io.sluice.engine.measure.Recorder;
import io.sluice.engine.wire.BodyPool;
import io.sluice.engine.wire.Clock;
import io.sluice.engine.wire.WantedHeaders;
import io.sluice.model.plan.BodyQuery;
import io.sluice.model.plan.LoadPlan;
import io.sluice.model.plan.Script;
import io.sluice.model.run.SeriesCatalog;
import java.util.List;

/** The plan as one cell runs it: its scripts compiled, and the runner that runs them. */
public final class CellScripts {
  private final LoadPlan plan;
  private final SeriesCatalog catalog;
  private final Recorder recorder;
  private final WantedHeaders wantedHeaders;
  private final ScriptCompiler compiler;
  private final List<CompiledScript> scripts;
  private final ScriptRunner runner;

  /**
   * Compiles a plan for a cell.
   *
   * @throws IllegalArgumentException if a selector of the plan is malformed
   */
  public CellScripts(
      LoadPlan plan,
      SeriesCatalog catalog,
      Clock clock,
      Recorder recorder,
      BodyPool bodies,
      BodyQuery.Compiler queries,
      String userAgent) {
    this(plan, catalog, clock, recorder, bodies, queries, userAgent, Traces.NONE);
  }

  /**
   * Compiles a plan for a cell whose requests carry a trace.
   *
   * @param run 64 random bits of the run, other than 0
   * @param cell the cell's number
   * @throws IllegalArgumentException if a selector of the plan is malformed
   */
  public static CellScripts traced(
      LoadPlan plan,
      SeriesCatalog catalog,
      Clock clock,
      Recorder recorder,
      BodyPool bodies,
      BodyQuery.Compiler queries,
      String userAgent,
      long run,
      int cell) {
    Traces traces = new Traces(run, cell);
    return new CellScripts(plan, catalog, clock, recorder, bodies, queries, userAgent, traces);
  }

  private CellScripts(
      LoadPlan plan,
      SeriesCatalog catalog,
      Clock clock,
      Recorder recorder,
      BodyPool bodies,
      BodyQuery.Compiler queries,
      String userAgent,
      Traces traces) {
    this.plan = plan;
    this.catalog = catalog;
    this.recorder = recorder;
    wantedHeaders = wantedHeaders(plan);
    compiler = new ScriptCompiler(plan, wantedHeaders, queries, userAgent, traces);
    scripts = plan.scripts().stream().map(this::compile).toList();
    runner = new ScriptRunner(clock, recorder, bodies, new Redirects(plan), traces);
  }

  /** The response headers that a plan looks at. */
  public static WantedHeaders wantedHeaders(LoadPlan plan) {
    return WantedHeaders.of(BodyNeeds.of(plan).headers());
  }

  private CompiledScript compile(Script script) {
    return compiler.compile(script);
  }

  /** What is run. */
  public LoadPlan plan() {
    return plan;
  }

  SeriesCatalog catalog() {
    return catalog;
  }

  Recorder recorder() {
    return recorder;
  }

  WantedHeaders wantedHeaders() {
    return wantedHeaders;
  }

  CompiledScript script(int number) {
    return scripts.get(number);
  }

  CompiledRequest request(int number) {
    return compiler.request(number);
  }

  /** Runs this cell's users. */
  public ScriptRunner runner() {
    return runner;
  }
}
