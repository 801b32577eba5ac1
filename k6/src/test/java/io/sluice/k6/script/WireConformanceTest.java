package io.sluice.k6.script;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * The conformance scripts by the whole runner: options, set-up, the engine and its sockets,
 * teardown, and samples as they are written to a file.
 */
final class WireConformanceTest {
  /** A connection that nobody takes is given up after 30 s, as with k6. */
  private static final Set<String> TOO_SLOW = Set.of("http-failure-dial-timeout.js");

  /** The numbers of failures after a request has arrived: no answer in time, a reset. */
  private static final Set<String> LATE = Set.of("1050", "1220");

  @TempDir private Path folder;

  @TestFactory
  Stream<DynamicTest> scripts() throws IOException, GeneralSecurityException {
    WireServer server = new WireServer();
    Trust trust = Trust.of(folder, server.signed());
    return Conformance.tests(said -> test(said, server))
        .filter(test -> !TOO_SLOW.contains(test.getDisplayName()))
        .onClose(trust::close)
        .onClose(server::close);
  }

  private void test(Conformance said, WireServer server) throws Exception {
    Ran ran = new WireRun(said, server, folder.resolve(said.name() + ".json")).run();
    Claims.hold(said, ran, Claims.Way.WIRE);
    int whole = ran.marks.contains(ran.error) ? 0 : said.iterations();
    assertEquals(said.has("init-error") ? 0 : whole, ran.iterations, "iterations");
    assertEquals(ran.hops, ran.samples.all.stream().filter(this::arrived).count(), "http_reqs");
  }

  /** Whether it is a sample of a request that the server saw. */
  private boolean arrived(FakeSamples.Sample sample) {
    boolean answered = !"0".equals(sample.tags().get("status"));
    String code = sample.tags().getOrDefault("error_code", "");
    return sample.metric().equals("http_reqs") && (answered || LATE.contains(code));
  }
}
