package io.sluice.reports.figures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.sluice.model.plan.Limits;
import io.sluice.model.plan.LoadPlan;
import io.sluice.model.plan.Network;
import io.sluice.model.plan.Network.Connections;
import io.sluice.model.plan.Network.HostAddress;
import io.sluice.model.plan.Network.HttpVersion;
import io.sluice.model.plan.Network.Identity;
import io.sluice.model.plan.Network.SocketOptions;
import io.sluice.model.plan.Network.Tls;
import io.sluice.reports.SampleRun;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class NetworkFactsTest {
  private static final LoadPlan PLAN = SampleRun.golden().plan();

  private static Map<String, String> of(Network network, Limits limits) {
    return NetworkFacts.of(PLAN.withNetwork(network).withLimits(limits));
  }

  @Test
  void theDefaultsAreNoFacts() {
    assertEquals(Map.of(), of(Network.DEFAULT, Limits.DEFAULT));
  }

  @Test
  void whatDiffersIsNamedAsInAScenario() {
    Network network =
        new Network(
            HttpVersion.HTTP_2,
            new Connections.Shared(32, 100, Duration.ofSeconds(5)),
            new Tls(
                Tls.Trust.INSECURE,
                "ca.pem",
                new Identity("client.pem", "client.key", "hunter2"),
                Tls.Resumption.OFF,
                Tls.Engine.BORINGSSL),
            List.of(new HostAddress("h", 443, "10.0.0.7"), new HostAddress("h", 0, "::1")),
            Collections.nCopies(10, "127.0.0.2"),
            new SocketOptions(false, 1_000, 64 * 1024));
    Map<String, String> facts = of(network, new Limits(Duration.ofMillis(1_500), 300, 0));
    Map<String, String> expected = new TreeMap<>();
    expected.put("network.http", "2");
    expected.put("network.connections", "shared: 32, streams: 100");
    expected.put("network.idle", "5s");
    expected.put("network.connect_timeout", "1.5s");
    expected.put("network.max_header", "300B");
    expected.put("network.max_body", "0B");
    expected.put("network.tls.verify", "false");
    expected.put("network.tls.authorities", "ca.pem");
    expected.put("network.tls.certificate", "client.pem");
    expected.put("network.tls.key", "client.key");
    expected.put("network.tls.resumption", "false");
    expected.put("network.tls.engine", "boringssl");
    expected.put("network.resolve", "h:443:10.0.0.7, h:*:::1");
    expected.put(
        "network.source_addresses",
        String.join(", ", Collections.nCopies(8, "127.0.0.2")) + " and 2 more");
    expected.put("network.sockets.no_delay", "false");
    expected.put("network.sockets.send_buffer", "1000B");
    expected.put("network.sockets.receive_buffer", "64KB");
    assertEquals(expected, new TreeMap<>(facts));
    assertFalse(facts.toString().contains("hunter2"));
  }

  @Test
  void theyStandBesideTheGeneratorsFacts() {
    Map<String, String> facts = RunFigures.of(SampleRun.golden()).facts().facts();
    assertEquals("false", facts.get("network.tls.verify"));
    assertEquals("4", facts.get("cpus"));
  }
}
