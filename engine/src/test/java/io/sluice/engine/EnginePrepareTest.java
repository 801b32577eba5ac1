package io.sluice.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sluice.engine.fake.Certificate;
import io.sluice.engine.fake.FakeQueries;
import io.sluice.engine.fake.Plans;
import io.sluice.engine.fake.RawServer;
import io.sluice.model.plan.ArrivalModel;
import io.sluice.model.plan.Expectation;
import io.sluice.model.plan.Limits;
import io.sluice.model.plan.LoadPlan;
import io.sluice.model.plan.Network;
import io.sluice.model.plan.Op;
import io.sluice.model.plan.Selector;
import io.sluice.model.plan.StatusSet;
import io.sluice.model.plan.Target;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class EnginePrepareTest {
  private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";
  private static final Limits LIMITS = new Limits(Duration.ofSeconds(5), 4096, 4096);

  private static Plans plan(Target target) {
    return new Plans()
        .target(target)
        .limits(LIMITS)
        .get("/health")
        .script(new Op.Send(0), new Op.Settle())
        .phase(new ArrivalModel.Iterations(1, 1, Duration.ofSeconds(30)));
  }

  private static Target http(int port) {
    return new Target("http", "127.0.0.1", port);
  }

  private static Engine prepare(LoadPlan plan) throws TargetException {
    return Engine.prepare(plan, EngineOptions.DEFAULT, new FakeQueries());
  }

  private static String refusal(LoadPlan plan) {
    return String.valueOf(assertThrows(TargetException.class, () -> prepare(plan)).getMessage());
  }

  private static int closedPort() throws IOException {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return free.getLocalPort();
    }
  }

  @Test
  void aNameWithoutAnAddressIsRefused() {
    String message = refusal(plan(new Target("http", "no-such-host.invalid", 80)).build());
    assertEquals(
        "http://no-such-host.invalid: the host name 'no-such-host.invalid' has no address;"
            + " no load was made",
        message);
  }

  @Test
  void aClosedPortIsRefused() throws IOException {
    int port = closedPort();
    assertEquals(
        "http://127.0.0.1:" + port + " refuses connections; no load was made",
        refusal(plan(http(port)).build()));
  }

  @Test
  void aSelfSignedCertificateIsRefusedUnlessThePlanTakesAny() throws Exception {
    Certificate certificate = Certificate.selfSigned(-1, 30);
    RawServer.Behaviour answering =
        connection -> {
          while (!connection.request().isEmpty()) {
            connection.send(OK);
          }
        };
    try (RawServer server = RawServer.start(certificate.listen(), answering)) {
      Target target = new Target("https", "localhost", server.port());
      Plans plan = plan(target).setup(new Op.Send(0), new Op.Settle());
      assertEquals(
          target
              + ": no TLS: the certificate is not signed by a trusted authority; no load was made"
              + " (--insecure skips the check of certificates)",
          refusal(plan.build()));
      prepare(
          plan.limits(LIMITS)
              .network(
                  Network.DEFAULT.withTls(
                      Network.Tls.DEFAULT.withTrust(Network.Tls.Trust.INSECURE)))
              .build());
      assertEquals(1, server.requests().size(), "the set-up's");
    }
  }

  @Test
  void aServerInClearTextBehindHttpsSaysWhatItIs() {
    RawServer.Behaviour clear =
        connection -> {
          connection.send("HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n");
          connection.awaitEnd();
        };
    try (RawServer server = RawServer.start(clear)) {
      Target target = new Target("https", "localhost", server.port());
      String message = refusal(plan(target).build());
      assertTrue(
          message.startsWith(target + ": no TLS: the server does not speak TLS; no load was made"),
          message);
    }
  }

  private static String setupRefusal(String answer, Plans plan) {
    try (RawServer server = RawServer.answering(answer)) {
      LoadPlan built = plan.target(http(server.port())).limits(LIMITS).build();
      return refusal(built).replace(":" + server.port(), "");
    }
  }

  private static Plans checked(Expectation expectation) {
    return new Plans()
        .get("/health")
        .check("health says yes", 0, expectation)
        .script(new Op.Send(0), new Op.Settle())
        .phase(new ArrivalModel.Iterations(1, 1, Duration.ofSeconds(30)))
        .setup(new Op.Send(0), new Op.Check(0), new Op.Settle());
  }

  @Test
  void aSetUpThatFailsSaysWhichRequestAndWhy() {
    Expectation yes = new Expectation.Contains(new Selector.Body(), "yes");
    Expectation ok = new Expectation.Status(StatusSet.parse("200"));
    String where = "the set-up failed: '/health' (GET http://127.0.0.1/health): ";
    String end = "; no load was made";
    assertEquals(
        where + "status 503" + end,
        setupRefusal("HTTP/1.1 503 X\r\nContent-Length: 0\r\n\r\n", checked(ok)));
    assertEquals(where + "health says yes" + end, setupRefusal(OK, checked(yes)));
    assertEquals(
        where + "not an HTTP/1.x response: 'SSH-2.0-x'" + end,
        setupRefusal("SSH-2.0-x\r\n", checked(ok)));
  }

  @Test
  void aSetUpThatSucceedsIsNoLoad() throws TargetException {
    try (RawServer server = RawServer.answering(OK)) {
      Plans plan = plan(http(server.port())).setup(new Op.Send(0), new Op.Settle());
      prepare(plan.build());
      assertEquals(1, server.requests().size());
    }
  }

  @Test
  void aSetUpThatIsNotThroughInTimeFails() throws TargetException {
    RawServer.Behaviour silent =
        connection -> {
          connection.request();
          connection.awaitEnd();
        };
    try (RawServer server = RawServer.start(silent)) {
      LoadPlan plan = plan(http(server.port())).setup(new Op.Send(0), new Op.Settle()).build();
      Engine engine = prepare(plan(http(server.port())).build());
      SetupRun setup = new SetupRun(plan, Duration.ofMillis(100));
      var e = assertThrows(TargetException.class, () -> setup.check(engine));
      assertEquals(
          "the set-up failed: it was not through within 100ms; no load was made", e.getMessage());
    }
  }

  @Test
  void aSetUpMayLookAtOtherHeadersThanTheLoad() throws TargetException {
    String answer =
        "HTTP/1.1 200 OK\r\nContent-Length: 0\r\nX-First: 1\r\nX-Second: 2\r\nX-Third: 3\r\n\r\n";
    Selector third = new Selector.Header("X-Third");
    Plans plan =
        new Plans()
            .limits(LIMITS)
            .get("/health")
            .check(
                "third is 3",
                0,
                new Expectation.EqualTo(third, io.sluice.model.plan.Template.of("3")))
            .script(
                new Op.Send(0),
                new Op.Extract(0, new Selector.Header("X-First")),
                new Op.Extract(1, new Selector.Header("X-Second")),
                new Op.Settle())
            .phase(new ArrivalModel.Iterations(1, 1, Duration.ofSeconds(30)))
            .setup(new Op.Send(0), new Op.Check(0), new Op.Settle());
    try (RawServer server = RawServer.answering(answer)) {
      prepare(plan.target(http(server.port())).build());
      assertEquals(1, server.requests().size());
    }
  }
}
