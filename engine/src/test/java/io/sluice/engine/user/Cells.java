package io.sluice.engine.user;

import io.sluice.engine.fake.FakeQueries;
import io.sluice.engine.fake.ManualClock;
import io.sluice.engine.fake.Plans;
import io.sluice.engine.measure.Recorder;
import io.sluice.engine.pace.Shard;
import io.sluice.engine.wire.BodyPool;
import io.sluice.engine.wire.Exchange;
import io.sluice.engine.wire.FieldSink;
import io.sluice.engine.wire.RequestWriter;
import io.sluice.model.plan.ArrivalModel;
import io.sluice.model.plan.LoadPlan;
import io.sluice.model.plan.RequestSpec;
import io.sluice.model.plan.TextBuffer;
import io.sluice.model.run.Interval;
import io.sluice.model.run.SeriesCatalog;
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
  static String written(RequestWriter request, Exchange exchange) {
    TextBuffer out = new TextBuffer();
    request.write(exchange, out);
    return out.toString();
  }

  /** The request's fields for HTTP/2 as lines, then its body. */
  static String fields(RequestWriter request, Exchange exchange) {
    StringBuilder text = new StringBuilder();
    request.write(
        exchange,
        new FieldSink() {
          @Override
          public void field(byte[] name, byte[] value, int length, boolean constant) {
            text.append(new String(name, StandardCharsets.UTF_8))
                .append(constant ? " = " : " ~ ")
                .append(new String(value, 0, length, StandardCharsets.UTF_8))
                .append('\n');
          }

          @Override
          public void body(byte[] bytes, int length) {
            text.append(new String(bytes, 0, length, StandardCharsets.UTF_8));
          }
        });
    return text.toString();
  }
}
