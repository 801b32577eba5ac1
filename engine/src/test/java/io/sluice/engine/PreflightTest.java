package io.sluice.engine;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sluice.engine.fake.Certificate;
import io.sluice.engine.fake.FakeQueries;
import io.sluice.engine.fake.Plans;
import io.sluice.engine.fake.RawServer;
import io.sluice.model.plan.ArrivalModel;
import io.sluice.model.plan.Limits;
import io.sluice.model.plan.LoadPlan;
import io.sluice.model.plan.Network;
import io.sluice.model.plan.Op;
import io.sluice.model.plan.Target;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class PreflightTest {
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
  void addressesThatNobodyServesAreLeftOut() throws Exception {
    try (RawServer server = RawServer.answering(OK)) {
      InetSocketAddress open =
          new InetSocketAddress(InetAddress.getLoopbackAddress(), server.port());
      InetSocketAddress closed =
          new InetSocketAddress(InetAddress.getLoopbackAddress(), closedPort());
      Preflight preflight =
          new Preflight(LIMITS, Network.DEFAULT, null, _ -> List.of(closed, open, closed));
      List<Preflight.Reached> reached = preflight.reach(List.of(http(80)));
      assertEquals(1, reached.size());
      assertEquals(http(80), reached.getFirst().origin().target());
      assertTrue(reached.getFirst().lookupNanos() > 0);
      Preflight nobody = new Preflight(LIMITS, Network.DEFAULT, null, _ -> List.of(closed, closed));
      var e = assertThrows(TargetException.class, () -> nobody.reach(List.of(http(80))));
      assertEquals("http://127.0.0.1 refuses connections; no load was made", e.getMessage());
    }
  }

  @Test
  void theFilesOfThePlanMustFit(@TempDir Path directory) {
    String missing = directory.resolve("ca.pem").toString();
    Network.Tls tls =
        new Network.Tls(
            Network.Tls.Trust.VERIFY,
            missing,
            Network.Identity.NONE,
            Network.Tls.Resumption.ON,
            Network.Tls.Engine.AUTO);
    Network network = Network.DEFAULT.withTls(tls);
    assertEquals(
        "cannot read the certificate authorities '%s': there is no such file; no load was made"
            .formatted(missing),
        refusal(plan(new Target("https", "localhost", 443)).network(network).build()));
    try (RawServer server = RawServer.answering(OK)) {
      assertDoesNotThrow(() -> prepare(plan(http(server.port())).network(network).build()));
    }
  }

  @Test
  void aDemandedClientCertificateIsShownOrMissed(@TempDir Path directory) throws Exception {
    Certificate.Authority authority = Certificate.Authority.create();
    Certificate server = authority.forHost("localhost", -1, 30);
    String store =
        authority.forClient("client").pkcs12(directory.resolve("client.p12"), "word").toString();
    Network.Tls anonymous =
        new Network.Tls(
            Network.Tls.Trust.VERIFY,
            authority.pem(directory.resolve("ca.pem")).toString(),
            Network.Identity.NONE,
            Network.Tls.Resumption.ON,
            Network.Tls.Engine.AUTO);
    Network.Tls known =
        new Network.Tls(
            anonymous.trust(),
            anonymous.authorities(),
            new Network.Identity(store, "", "word"),
            anonymous.resumption(),
            anonymous.engine());
    try (RawServer listening =
        RawServer.start(
            server.listen(parameters -> parameters.setNeedClientAuth(true)),
            RawServer.Connection::awaitEnd)) {
      Target target = new Target("https", "localhost", listening.port());
      assertEquals(
          target
              + ": no TLS: the server demands a client certificate (certificate_required);"
              + " no load was made",
          refusal(plan(target).network(Network.DEFAULT.withTls(anonymous)).build()));
      prepare(plan(target).network(Network.DEFAULT.withTls(known)).build());
    }
  }

  @Test
  void aDemandedVersionOfHttpMustBeOffered() throws Exception {
    Certificate certificate = Certificate.selfSigned(-1, 30);
    Network http2 =
        Network.DEFAULT
            .withTls(Network.Tls.DEFAULT.withTrust(Network.Tls.Trust.INSECURE))
            .withHttp(Network.HttpVersion.HTTP_2);
    try (RawServer old = RawServer.start(certificate.listen(), RawServer.Connection::awaitEnd);
        RawServer modern =
            RawServer.start(
                certificate.listen(
                    parameters -> parameters.setApplicationProtocols(new String[] {"h2"})),
                RawServer.Connection::awaitEnd)) {
      Target target = new Target("https", "localhost", old.port());
      assertEquals(
          target
              + ": HTTP/2 is asked for, but the server does not offer it (ALPN h2);"
              + " no load was made",
          refusal(plan(target).network(http2).build()));
      prepare(plan(new Target("https", "localhost", modern.port())).network(http2).build());
    }
  }

  @Test
  void aServerInClearTextMustSpeakHttp2Unasked() throws TargetException {
    Network http2 = Network.DEFAULT.withHttp(Network.HttpVersion.HTTP_2);
    try (RawServer old = RawServer.answering("HTTP/1.1 400 X\r\nContent-Length: 0\r\n\r\n");
        RawServer silent = RawServer.start(RawServer.Connection::close);
        RawServer modern = RawServer.answering("\0\0\0\4\0\0\0\0\0")) {
      for (RawServer server : List.of(old, silent)) {
        assertEquals(
            http(server.port())
                + ": HTTP/2 is asked for, but the server does not speak it unasked"
                + " (prior knowledge); no load was made",
            refusal(plan(http(server.port())).network(http2).build()));
      }
      prepare(plan(http(modern.port())).network(http2).build());
      assertEquals("PRI * HTTP/2.0\r\n\r\n", modern.requests().getFirst());
    }
  }

  @Test
  void addressesOfThePlanTakeThePlaceOfTheNameService() throws TargetException {
    try (RawServer server = RawServer.answering(OK)) {
      Target target = new Target("http", "shop.invalid", server.port());
      Plans plan = plan(target).setup(new Op.Send(0), new Op.Settle());
      prepare(plan.network(resolving("shop.invalid", "127.0.0.1")).build());
      assertEquals(1, server.requests().size());
      assertEquals(
          target
              + ": 'localhost', which takes the place of its address, is no IP address;"
              + " no load was made",
          refusal(plan.network(resolving("shop.invalid", "localhost")).build()));
      assertEquals(
          target + ": the host name 'shop.invalid' has no address; no load was made",
          refusal(plan.network(resolving("other.invalid", "127.0.0.1")).build()));
    }
  }

  @Test
  void sourceAddressesMustBeThisMachines() throws TargetException {
    try (RawServer server = RawServer.answering(OK)) {
      Plans plan = plan(http(server.port()));
      prepare(plan.network(from("127.0.0.1", "127.0.0.1")).build());
      String strange = refusal(plan.network(from("127.0.0.1", "192.0.2.1")).build());
      assertTrue(strange.startsWith("the source address '192.0.2.1' cannot be used: "), strange);
      assertTrue(strange.endsWith("; no load was made"), strange);
      assertEquals(
          "the source address 'localhost' is no IP address; no load was made",
          refusal(plan.network(from("localhost")).build()));
      String other = refusal(plan.network(from("::")).build());
      assertEquals(
          "127.0.0.1 cannot be reached from 0:0:0:0:0:0:0:0: one is IPv4, the other IPv6;"
              + " no load was made",
          other);
    }
  }

  private static Network resolving(String host, String address) {
    return Network.DEFAULT.withResolve(List.of(new Network.HostAddress(host, 0, address)));
  }

  private static Network from(String... addresses) {
    return Network.DEFAULT.withSourceAddresses(List.of(addresses));
  }
}
