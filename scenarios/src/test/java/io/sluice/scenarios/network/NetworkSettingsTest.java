package io.sluice.scenarios.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.sluice.model.plan.Network;
import io.sluice.model.plan.Network.Connections;
import io.sluice.model.plan.Network.HttpVersion;
import io.sluice.model.plan.Network.Identity;
import io.sluice.model.plan.Network.Tls;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class NetworkSettingsTest {
  private static final NetworkSettings NONE = NetworkSettings.NONE;

  private static Network network(NetworkSettings settings) {
    return settings.over(Reach.DEFAULT).network();
  }

  @Test
  void nothingSetLeavesEverything() {
    assertEquals(Reach.DEFAULT, NONE.over(Reach.DEFAULT));
  }

  @Test
  void theLaterOneCountsSettingBySetting() {
    NetworkSettings scenario =
        NONE.http(HttpVersion.HTTP_2)
            .shared(32, 10)
            .idle(Duration.ofSeconds(5))
            .trust(Tls.Trust.INSECURE)
            .maxHeader(1_000)
            .maxBody(2_000)
            .sendBuffer(1)
            .receiveBuffer(2);
    NetworkSettings flags =
        NONE.http(HttpVersion.HTTP_1_1)
            .perUser()
            .engine(Tls.Engine.JDK)
            .maxBody(0)
            .noDelay(false)
            .receiveBuffer(3);
    Reach reach = scenario.then(flags).over(Reach.DEFAULT);
    assertEquals(flags.over(scenario.over(Reach.DEFAULT)), reach);
    assertEquals(HttpVersion.HTTP_1_1, reach.network().http());
    assertEquals(new Connections.PerUser(Duration.ofSeconds(5)), reach.network().connections());
    assertEquals(Tls.Trust.INSECURE, reach.network().tls().trust());
    assertEquals(Tls.Engine.JDK, reach.network().tls().engine());
    assertEquals(1_000, reach.limits().maxHeaderBytes());
    assertEquals(0, reach.limits().maxBodyBytes());
    assertEquals(new Network.SocketOptions(false, 1, 3), reach.network().sockets());
  }

  @Test
  void idleStaysWithOtherConnections() {
    assertEquals(
        new Connections.Shared(3, 100, Duration.ofSeconds(5)),
        network(NONE.idle(Duration.ofSeconds(5)).shared(3, 100)).connections());
  }

  @Test
  void anotherCertificateHasAnotherKeyAndPassword() {
    NetworkSettings scenario = NONE.certificate("a.pem").key("a.key").password("a");
    assertEquals(
        new Identity("b.p12", "", ""),
        network(scenario.then(NONE.certificate("b.p12"))).tls().identity());
    assertEquals(
        new Identity("a.pem", "b.key", "a"),
        network(scenario.then(NONE.key("b.key"))).tls().identity());
    assertEquals(
        new Identity("a.pem", "a.key", "b"),
        network(scenario.then(NONE.password("b"))).tls().identity());
  }

  @Test
  void aValueThatBreaksARuleIsRefusedAtOnce() {
    assertThrows(IllegalArgumentException.class, () -> NONE.shared(0, 1));
    assertThrows(IllegalArgumentException.class, () -> NONE.idle(Duration.ZERO));
    assertThrows(IllegalArgumentException.class, () -> NONE.connectTimeout(Duration.ZERO));
    assertThrows(IllegalArgumentException.class, () -> NONE.maxHeader(255));
    assertEquals(256, NONE.maxHeader(256).over(Reach.DEFAULT).limits().maxHeaderBytes());
  }
}
