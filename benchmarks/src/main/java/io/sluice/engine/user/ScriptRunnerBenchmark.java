package io.sluice.engine.user;

import io.sluice.engine.measure.Recorder;
import io.sluice.engine.pace.Shard;
import io.sluice.engine.wire.BodyPool;
import io.sluice.engine.wire.Clock;
import io.sluice.model.plan.LoadPlan;
import io.sluice.model.plan.RequestSpec;
import io.sluice.model.run.Interval;
import io.sluice.model.run.SeriesCatalog;
import io.sluice.scenarios.Scenarios;
import io.sluice.scenarios.compile.ScenarioOptions;
import io.sluice.scenarios.query.BodyQueries;
import java.nio.charset.StandardCharsets;
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

/**
 * The whole compiled path of one request but its socket: the script's steps, the template's bytes,
 * the check, the extraction, the timeout wheel, the recorder. Run with {@code -prof gc}: {@code
 * gc.alloc.rate.norm} must stay at 16 bytes or below for both.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class ScriptRunnerBenchmark {
  private static final String GET =
      """
      journey:
        - get: http://127.0.0.1:8080/products/1
          name: view
          check: [status 200]
      profiles:
        load: { users: 1, duration: 10h }
      """;

  private static final String POST =
      """
      data:
        users:
          - { email: anna@example.com, password: buyer-1 }
          - { email: ben@example.com, password: buyer-2 }
      journey:
        - set: { user: pick(users) }
        - post: http://127.0.0.1:8080/auth/login
          name: login
          json: { email: "${user.email}", password: "${user.password}" }
          extract: { token: $.token }
          check: [status 200]
      profiles:
        load: { users: 1, duration: 10h }
      """;

  private static final String ANSWER =
      "{\"token\":\"3f1c8a52-90d1-4c1b-b7d1-6f2a9d0c55aa\","
          + "\"user\":{\"id\":17,\"email\":\"anna@example.com\",\"name\":\"Anna\"}}";

  /** What the request does: a plain GET, or a POST of a template with a JSON extraction. */
  @Param({"get", "post"})
  public String request = "";

  private @Nullable EchoWire wire;
  private @Nullable ScriptRunner runner;

  /** Starts one user, whose first request is then under way. */
  @Setup
  public void start() {
    String text = request.equals("get") ? GET : POST;
    LoadPlan plan = Scenarios.parse("benchmark.yaml", text, ScenarioOptions.NONE).plan();
    SeriesCatalog catalog = SeriesCatalog.of(plan);
    BodyPool bodies = new BodyPool();
    Recorder recorder =
        new Recorder(
            catalog,
            plan.requests().stream().map(RequestSpec::name).toList(),
            new Interval(catalog));
    Clock clock = Clock.startingAt(System.nanoTime());
    CellScripts scripts =
        new CellScripts(plan, catalog, clock, recorder, bodies, new BodyQueries(), "sluice");
    wire = new EchoWire(bodies, ANSWER.getBytes(StandardCharsets.UTF_8));
    runner = scripts.runner();
    runner.attach(wire);
    Population.of(scripts, 0, Shard.WHOLE).pace(clock.nanos());
  }

  /** One request, from its bytes to the record of its answer. */
  @Benchmark
  public void request() {
    if (runner == null || wire == null) {
      throw new IllegalStateException("start() comes first");
    }
    runner.done(wire.answer());
  }
}
