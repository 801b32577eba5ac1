package io.sluice.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sluice.engine.door.Answer;
import io.sluice.engine.door.Roads;
import io.sluice.engine.fake.Certificate;
import io.sluice.engine.fake.RawServer;
import io.sluice.engine.wire.TlsOffer;
import io.sluice.engine.wire.TlsOffer.ClientCertificate;
import io.sluice.model.plan.ArrivalModel;
import io.sluice.model.plan.LoadPlan;
import io.sluice.model.plan.Network;
import io.sluice.model.plan.Target;
import io.sluice.model.run.Outcome;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** How code reaches its targets, over real sockets. */
@Timeout(60)
class CodeRoadsTest extends CodeRun {
  private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";
  @TempDir private Path folder;

  private LoadPlan once(int users) {
    return plan(new ArrivalModel.Iterations(users, 1, Duration.ofSeconds(50)), Duration.ZERO);
  }

  private List<Answer> answers(LoadPlan plan, Roads roads, Target... targets) {
    List<Answer> answers = Collections.synchronizedList(new ArrayList<>());
    run(
        plan,
        1,
        new Code(
            each(
                door -> {
                  for (Target target : targets) {
                    answers.add(door.send(get(door, target, "/")));
                  }
                }),
            names,
            roads),
        new StopSignal());
    return answers;
  }

  private static InetSocketAddress at(int port) {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
  }

  @Test
  void aTargetIsWhereTheRoadLeads() {
    try (RawServer server = RawServer.answering(OK)) {
      Target shop = new Target("http", "shop.test", 80);
      Answer answer = answers(once(1), _ -> List.of(at(server.port())), shop).getFirst();
      assertEquals(200, answer.status());
      assertTrue(server.requests().getFirst().contains("Host: shop.test\r\n"));
      assertEquals(
          server.port(), answer.remote() == null ? 0 : answer.remote().address().getPort());
    }
  }

  @Test
  void aTargetThatCouldNotBeReachedIsAskedForAgain() {
    AtomicInteger asked = new AtomicInteger();
    try (RawServer server = RawServer.answering(OK)) {
      Target shop = new Target("http", "shop.test", 80);
      Roads roads =
          target -> {
            if (asked.getAndIncrement() == 0) {
              throw new UnknownHostException(target.host());
            }
            return List.of(at(server.port()));
          };
      AtomicInteger sent = new AtomicInteger();
      run(
          plan(new ArrivalModel.Iterations(1, 2, Duration.ofSeconds(50)), Duration.ZERO),
          1,
          new Code(
              each(
                  door -> {
                    try {
                      var _ = door.target(shop);
                      assertEquals(200, door.send(get(door, shop, "/")).status());
                      sent.incrementAndGet();
                    } catch (UnknownHostException e) {
                      assertEquals("shop.test", e.getMessage());
                    }
                  }),
              names,
              roads),
          new StopSignal());
      assertEquals(2, asked.get());
      assertEquals(1, sent.get());
    }
  }

  @Test
  void eachTargetIsShownItsOwnCertificate() throws Exception {
    Certificate.Authority authority = Certificate.Authority.create();
    Certificate client = authority.forClient("one");
    Certificate stranger = Certificate.Authority.create().forClient("stranger");
    Certificate server = authority.forHost("localhost", -1, 30);
    String authorities = authority.pem(folder.resolve("ca.pem")).toString();
    ServerSocket demanding = server.listen(parameters -> parameters.setNeedClientAuth(true));
    try (RawServer listening =
        RawServer.start(
            demanding,
            connection -> {
              while (!connection.request().isEmpty()) {
                connection.send(OK);
              }
            })) {
      Roads roads =
          new Roads() {
            @Override
            public List<InetSocketAddress> addresses(Target target) {
              return List.of(at(listening.port()));
            }

            @Override
            public TlsOffer tls(Target target) {
              Certificate shown = target.port() == 1 ? client : stranger;
              return TlsOffer.USUAL.withCertificate(
                  new ClientCertificate("own", shown.pem(), shown.keyPem(), ""));
            }
          };
      LoadPlan plan = once(1);
      LoadPlan trusting =
          plan.withNetwork(
              Network.DEFAULT.withTls(Network.Tls.DEFAULT.withAuthorities(authorities)));
      List<Answer> answers =
          answers(
              trusting,
              roads,
              new Target("https", "localhost", 1),
              new Target("https", "localhost", 2));
      assertEquals(200, answers.getFirst().status(), answers.getFirst()::detail);
      assertEquals(0, answers.getLast().status());
      assertTrue(
          answers.getLast().detail().contains("does not accept the client certificate"),
          answers.getLast()::detail);
    }
  }

  @Test
  void usersSendFromTheirOwnAddresses() {
    List<String> from = Collections.synchronizedList(new ArrayList<>());
    try (RawServer server = RawServer.answering(OK)) {
      Target local = new Target("http", "127.0.0.1", server.port());
      run(
          once(3),
          1,
          each(
              door -> {
                door.sendFrom(InetAddress.ofLiteral("127.0.0." + (10 + door.id())));
                from.add(door.send(get(door, local, "/")).outcome() + " " + door.id());
              }),
          new StopSignal());
      assertEquals(List.of("OK 0", "OK 1", "OK 2"), from.stream().sorted().toList());
      assertEquals(List.of("127.0.0.10", "127.0.0.11", "127.0.0.12"), server.peers());
    }
  }

  @Test
  void anAddressOfTheOtherFamilyIsNoWay() {
    try (RawServer server = RawServer.answering(OK)) {
      Target local = new Target("http", "127.0.0.1", server.port());
      List<Answer> answers = Collections.synchronizedList(new ArrayList<>());
      run(
          once(1),
          1,
          each(
              door -> {
                door.sendFrom(InetAddress.ofLiteral("::1"));
                answers.add(door.send(get(door, local, "/")));
              }),
          new StopSignal());
      assertEquals(Outcome.CONNECT_FAILED, answers.getFirst().outcome());
      assertTrue(
          answers.getFirst().detail().contains("one is IPv4, the other IPv6"),
          answers.getFirst()::detail);
    }
  }
}
