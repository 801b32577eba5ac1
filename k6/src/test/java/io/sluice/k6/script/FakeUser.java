package io.sluice.k6.script;

import io.sluice.k6.script.port.Console;
import io.sluice.k6.script.port.Hop;
import io.sluice.k6.script.port.HopAnswer;
import io.sluice.k6.script.port.HopFailure;
import io.sluice.k6.script.port.HopTimes;
import io.sluice.k6.script.port.HttpSettings;
import io.sluice.k6.script.port.Peer;
import io.sluice.k6.script.port.RunInfo;
import io.sluice.k6.script.port.Transport;
import io.sluice.k6.script.port.UserLoop;
import io.sluice.k6.script.port.UserPorts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * A user without a network: a fake wire to a {@link FakeServer}, a loop, facts of a run, and a
 * record of all of it.
 */
final class FakeUser implements Transport, UserLoop, RunInfo {
  static final HopTimes TIMES =
      new HopTimes(1_000_000, 2_000_000, 0, 500_000, 10_000_000, 1_500_000);
  private static final Peer PEER = new Peer("127.0.0.1", 80, "", "");

  final FakeServer server = new FakeServer(Sites.FAKE.other());
  final List<Hop> hops = new ArrayList<>();
  final List<String> marks = new ArrayList<>();
  double slept;
  int underWay;
  int mostUnderWay;
  private final LinkedBlockingQueue<Runnable> events = new LinkedBlockingQueue<>();

  UserPorts ports(FakeSamples samples, Console console, HttpSettings http) {
    return new UserPorts(this, this, samples, this, console, http);
  }

  @Override
  public HopAnswer send(Hop hop) {
    hops.add(hop);
    try {
      var answer =
          server.answer(
              hop.method(), hop.target().path(), hop.headers(), hop.body(), hop.chunked());
      if (!answer.fail.isEmpty()) {
        return HopAnswer.failed(
            new HopFailure(HopFailure.Kind.valueOf(answer.fail), "the server would not"),
            HopTimes.NONE,
            Peer.NONE);
      }
      var head = new StringBuilder();
      answer.headers.forEach(line -> head.append(line).append("\r\n"));
      boolean secure = hop.target().secure();
      return HopAnswer.of(
          answer.status,
          secure ? "HTTP/2.0" : "HTTP/1.1",
          head.toString().getBytes(StandardCharsets.ISO_8859_1),
          hop.wantsBody() ? (hop.method().equals("HEAD") ? new byte[0] : answer.body) : null,
          TIMES,
          secure ? new Peer("127.0.0.1", 443, "tls1.3", "TLS_AES_128_GCM_SHA256") : PEER);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void submit(Hop hop, Consumer<HopAnswer> done) {
    underWay++;
    mostUnderWay = Math.max(mostUnderWay, underWay);
    events.add(
        () -> {
          underWay--;
          done.accept(send(hop));
        });
  }

  @Override
  public void sleep(long nanos) {
    slept += nanos / 1e9;
  }

  @Override
  public void post(Runnable event) {
    events.add(event);
  }

  @Override
  public Runnable take(long deadlineNanos) {
    try {
      return deadlineNanos == Long.MAX_VALUE
          ? events.poll(5, TimeUnit.SECONDS)
          : events.poll(Math.max(0, deadlineNanos - System.nanoTime()), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public String scenario() {
    return "default";
  }

  @Override
  public String executor() {
    return "shared-iterations";
  }

  @Override
  public double scenarioStartMillis() {
    return 1_700_000_000_000d;
  }

  @Override
  public double progress() {
    return 0.5;
  }

  @Override
  public long iterationInInstance() {
    return 7;
  }

  @Override
  public long iterationInTest() {
    return 8;
  }

  @Override
  public long iterationInScenario() {
    return 2;
  }

  @Override
  public long iterationOfUser() {
    return 3;
  }

  @Override
  public long userInInstance() {
    return 1;
  }

  @Override
  public long userInTest() {
    return 1;
  }

  @Override
  public long iterationsInterrupted() {
    return 0;
  }

  @Override
  public long iterationsCompleted() {
    return 5;
  }

  @Override
  public long usersActive() {
    return 1;
  }

  @Override
  public long usersInitialized() {
    return 1;
  }

  @Override
  public double runMillis() {
    return 1234.5;
  }

  @Override
  public String optionsJson() {
    return """
        {"vus": 1, "iterations": 1, "throw": null, "scenarios": {"default":
          {"executor": "shared-iterations", "vus": 1, "iterations": 1, "maxDuration": null}}}
        """;
  }

  @Override
  public void abort(String message) {
    marks.add(message);
  }

  @Override
  public void fail() {
    marks.add("failed");
  }
}
