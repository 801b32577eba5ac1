package io.sluice.engine.user;

import io.sluice.engine.fake.FakeQueries;
import io.sluice.engine.fake.ManualClock;
import io.sluice.engine.fake.Plans;
import io.sluice.engine.measure.Recorder;
import io.sluice.engine.pace.Shard;
import io.sluice.engine.wire.BodyPool;
import io.sluice.engine.wire.ByteSink;
import io.sluice.engine.wire.Exchange;
import io.sluice.model.plan.ArrivalModel;
import io.sluice.model.plan.LoadPlan;
import io.sluice.model.plan.RequestSpec;
import io.sluice.model.plan.TextBuffer;
import io.sluice.model.run.Interval;
import io.sluice.model.run.SeriesCatalog;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** The parts of a cell below its loop. */
final class Cells {
  private Cells() {}

  /** A plan's scripts as a cell has them. */
  static CellScripts scripts(LoadPlan plan) {
    SeriesCatalog catalog = SeriesCatalog.of(plan);
    Recorder recorder =
        new Recorder(
            catalog,
            plan.requests().stream().map(RequestSpec::name).toList(),
            new Interval(catalog));
    return new CellScripts(
        plan, catalog, new ManualClock(), recorder, new BodyPool(), new FakeQueries(), "sluice");
  }

  /** A user of the first phase. */
  static VirtualUser user(LoadPlan plan, int number) {
    return Population.of(scripts(plan), 0, Shard.WHOLE).addUser(number);
  }

  /** A plan without requests, for what needs a user only. */
  static Plans idle() {
    return new Plans().script().phase(new ArrivalModel.ConstantUsers(1, Duration.ofSeconds(1)));
  }

  static String text(TextValue value, VirtualUser user) {
    TextBuffer out = new TextBuffer();
    value.append(user, out);
    return out.toString();
  }

  static TextBuffer buffer(String text) {
    TextBuffer buffer = new TextBuffer();
    buffer.append(text);
    return buffer;
  }

  /** The bytes of a request as text. */
  static String written(CompiledRequest request, Exchange exchange) {
    Collected sink = new Collected();
    request.write(exchange, sink);
    return sink.text();
  }

  /** A sink that keeps everything. */
  static final class Collected implements ByteSink {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    @Override
    public void put(byte b) {
      bytes.write(b);
    }

    @Override
    public void put(byte[] source, int from, int length) {
      bytes.write(source, from, length);
    }

    String text() {
      return bytes.toString(StandardCharsets.UTF_8);
    }
  }
}
