package io.sluice.engine.measure;

import io.sluice.engine.wire.Exchange;
import io.sluice.engine.wire.FieldSink;
import io.sluice.engine.wire.RequestWriter;
import io.sluice.model.plan.ArrivalModel;
import io.sluice.model.plan.Limits;
import io.sluice.model.plan.LoadPlan;
import io.sluice.model.plan.Network;
import io.sluice.model.plan.Op;
import io.sluice.model.plan.Phase;
import io.sluice.model.plan.RequestSpec;
import io.sluice.model.plan.Script;
import io.sluice.model.plan.StatusSet;
import io.sluice.model.plan.Target;
import io.sluice.model.plan.Template;
import io.sluice.model.plan.TextBuffer;
import io.sluice.model.plan.Window;
import io.sluice.model.run.Interval;
import io.sluice.model.run.SeriesCatalog;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What it costs to record one exchange, start and end. Run with {@code -prof gc}: {@code
 * gc.alloc.rate.norm} must be about 0 bytes.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class RecorderBenchmark {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final SeriesCatalog catalog = SeriesCatalog.of(plan());
  private final Recorder recorder = new Recorder(catalog, List.of("get"), new Interval(catalog));
  private final Exchange exchange = new Exchange("owner", 1, 1);
  private long now = 1;

  private static LoadPlan plan() {
    RequestSpec get =
        new RequestSpec(
            "get",
            "",
            Map.of(),
            "GET",
            0,
            Template.of("/"),
            List.of(),
            Template.EMPTY,
            MINUTE,
            StatusSet.SUCCESS,
            RequestSpec.Redirects.KEEP);
    Script script = new Script("main", 0, List.of(new Op.Send(0), new Op.Settle(), new Op.End()));
    Phase phase =
        new Phase(
            "main",
            0,
            new ArrivalModel.ConstantUsers(1, MINUTE),
            List.of(new Window("main", Duration.ZERO, MINUTE, Window.Use.MEASURED)),
            Duration.ZERO,
            Duration.ZERO);
    return new LoadPlan(
        "benchmark",
        "",
        1,
        List.of(new Target("http", "127.0.0.1", 80)),
        List.of(),
        List.of(get),
        List.of(),
        List.of(),
        List.of(script),
        Script.empty("none"),
        List.of(phase),
        List.of(),
        Limits.DEFAULT,
        Network.DEFAULT);
  }

  private static final RequestWriter NOTHING =
      new RequestWriter() {
        @Override
        public void write(Exchange written, TextBuffer out) {}

        @Override
        public void write(Exchange written, FieldSink fields) {}
      };

  /** One exchange of 50 µs to 115 µs. */
  @Benchmark
  public long record() {
    long start = now;
    now += 50_000 + (now & 0xFFFF);
    exchange.prepare(NOTHING, 0, true, false, false, start, start);
    recorder.started(0, 0, 0);
    exchange.written(start + 100, 100);
    exchange.received(now, 300);
    exchange.status(200);
    exchange.complete(now);
    recorder.finished(0, 0, exchange, false, 0);
    return recorder.inFlight();
  }
}
