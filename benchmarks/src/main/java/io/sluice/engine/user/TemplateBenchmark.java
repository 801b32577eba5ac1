package io.sluice.engine.user;

import io.sluice.engine.measure.Recorder;
import io.sluice.engine.pace.Shard;
import io.sluice.engine.wire.BodyPool;
import io.sluice.model.plan.Expr;
import io.sluice.model.plan.LoadPlan;
import io.sluice.model.plan.Template;
import io.sluice.model.plan.TextBuffer;
import io.sluice.model.run.Interval;
import io.sluice.model.run.SeriesCatalog;
import io.sluice.scenarios.Scenarios;
import io.sluice.scenarios.compile.ScenarioOptions;
import io.sluice.scenarios.query.BodyQueries;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What it costs to write a template, by how its hole is escaped; one without a hole beside it. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class TemplateBenchmark {
  private static final String PLAN =
      """
      journey:
        - get: http://127.0.0.1:8080/
      profiles:
        load: { users: 1, duration: 1s }
      """;

  private static final String LITERAL = "{\"category\":\"laptops\",\"page\":1,\"query\":\"";
  private static final String VALUE = "15\" laptop, ü & small";

  /** How the hole's text is escaped. */
  @Param({"no hole", "NONE", "QUERY", "JSON"})
  public String hole = "";

  private final TextBuffer out = new TextBuffer();
  private @Nullable CompiledTemplate template;
  private @Nullable VirtualUser user;

  /** Compiles the template. */
  @Setup
  public void compile() {
    LoadPlan plan = Scenarios.parse("benchmark.yaml", PLAN, ScenarioOptions.NONE).plan();
    SeriesCatalog catalog = SeriesCatalog.of(plan);
    Recorder recorder = new Recorder(catalog, List.of("/"), new Interval(catalog));
    CellScripts scripts =
        new CellScripts(
            plan, catalog, () -> 0, recorder, new BodyPool(), new BodyQueries(), "sluice");
    user = Population.of(scripts, 0, Shard.WHOLE).addUser(0);
    Template text =
        hole.equals("no hole")
            ? Template.of(LITERAL + VALUE)
            : new Template(
                List.of(
                    new Template.Literal(LITERAL),
                    new Template.Hole(new Expr.Text(VALUE), Template.Escape.valueOf(hole))));
    template = CompiledTemplate.of(text, new ValueCompiler(List.of()));
  }

  /** One text. */
  @Benchmark
  public int write() {
    if (template == null || user == null) {
      throw new IllegalStateException("compile() comes first");
    }
    out.clear();
    template.write(user, out);
    return out.length();
  }
}
