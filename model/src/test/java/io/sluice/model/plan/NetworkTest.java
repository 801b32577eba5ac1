package io.sluice.model.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.sluice.model.plan.Network.Connections;
import io.sluice.model.plan.Network.HostAddress;
import io.sluice.model.plan.Network.HttpVersion;
import io.sluice.model.plan.Network.Identity;
import io.sluice.model.plan.Network.SocketOptions;
import io.sluice.model.plan.Network.Tls;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class NetworkTest {
  private static final Duration SECOND = Duration.ofSeconds(1);

  @ParameterizedTest
  @EnumSource
  void versionsHaveWords(HttpVersion version) {
    assertEquals(version, HttpVersion.of(version.word()));
  }

  @ParameterizedTest
  @EnumSource
  void enginesHaveWords(Tls.Engine engine) {
    assertEquals(engine, Tls.Engine.of(engine.word()));
  }

  static Stream<Arguments> mistakes() {
    return Stream.of(
        row("expected one of auto, 1.1, 2, was '3'; did you mean '2'?", () -> HttpVersion.of("3")),
        row("expected one of auto, 1.1, 2, was 'http'", () -> HttpVersion.of("http")),
        row(
            "expected one of auto, boringssl, jdk, was 'borringssl'; did you mean 'boringssl'?",
            () -> Tls.Engine.of("borringssl")),
        row("idle must be at least 1ms, was 999µs", () -> perUser(Duration.ofNanos(999_000))),
        row("idle must be at least 1ms, was -1s", () -> perUser(SECOND.negated())),
        row("connections must be 1 to 1000000, was 0", () -> shared(0, 1)),
        row("connections must be 1 to 1000000, was 1000001", () -> shared(1_000_001, 1)),
        row("streams must be 1 to 1000000, was 0", () -> shared(1, 0)),
        row("streams must be 1 to 1000000, was 1000001", () -> shared(1, 1_000_001)),
        row("port must be 0 to 65535, was 65536", () -> new HostAddress("h", 65_536, "10.0.0.7")),
        row("port must be 0 to 65535, was -1", () -> new HostAddress("h", -1, "10.0.0.7")),
        row("expected host:port:address", () -> new HostAddress("", 1, "10.0.0.7")),
        row("expected host:port:address", () -> new HostAddress("h", 1, "")),
        row("buffers must be >= 0 bytes", () -> new SocketOptions(true, -1, 0)),
        row("buffers must be >= 0 bytes", () -> new SocketOptions(true, 0, -1)));
  }

  private static Arguments row(String message, Executable mistake) {
    return arguments(message, mistake);
  }

  private static Connections perUser(Duration idle) {
    return new Connections.PerUser(idle);
  }

  private static Connections shared(int max, int streams) {
    return new Connections.Shared(max, streams, SECOND);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("mistakes")
  void rulesAreHeld(String message, Executable mistake) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, mistake).getMessage());
  }

  @Test
  void theEdgesAreWithinTheRules() {
    assertEquals(Duration.ofMillis(1), perUser(Duration.ofMillis(1)).idle());
    assertEquals(SECOND, shared(1_000_000, 1_000_000).idle());
    assertEquals(65_535, new HostAddress("h", 65_535, "::1").port());
  }

  @Test
  void anotherIdleTimeKeepsTheRest() {
    assertEquals(new Connections.Shared(3, 7, SECOND), shared(3, 7).withIdle(SECOND));
    assertEquals(perUser(SECOND), perUser(Duration.ofMillis(1)).withIdle(SECOND));
  }

  @Test
  void eachSettingKeepsTheOthers() {
    Tls tls =
        Tls.DEFAULT
            .withTrust(Tls.Trust.INSECURE)
            .withAuthorities("ca.pem")
            .withIdentity(new Identity("a", "b", "c"))
            .withResumption(Tls.Resumption.OFF)
            .withEngine(Tls.Engine.JDK);
    assertEquals(
        new Tls(
            Tls.Trust.INSECURE,
            "ca.pem",
            new Identity("a", "b", "c"),
            Tls.Resumption.OFF,
            Tls.Engine.JDK),
        tls);
    List<HostAddress> resolve = List.of(new HostAddress("h", 1, "10.0.0.7"));
    assertEquals(
        new Network(
            HttpVersion.HTTP_2,
            shared(1, 2),
            tls,
            resolve,
            List.of("127.0.0.2"),
            new SocketOptions(false, 1, 2)),
        Network.DEFAULT
            .withHttp(HttpVersion.HTTP_2)
            .withConnections(shared(1, 2))
            .withTls(tls)
            .withResolve(resolve)
            .withSourceAddresses(List.of("127.0.0.2"))
            .withSockets(new SocketOptions(false, 1, 2)));
  }

  @Test
  void thePasswordIsNeverShown() {
    Network network =
        Network.DEFAULT.withTls(Tls.DEFAULT.withIdentity(new Identity("a.p12", "", "hunter2")));
    assertFalse(network.toString().contains("hunter2"), network.toString());
  }

  @ParameterizedTest
  @CsvSource({
    "shop.example.com, 443, true",
    "SHOP.example.com, 443, true",
    "shop.example.com, 0, true",
    "shop.example.com, 80, false",
    "example.com, 443, false",
  })
  void addressesAreForAHostAndItsPort(String host, int port, boolean matches) {
    assertEquals(
        matches,
        new HostAddress(host, port, "10.0.0.7")
            .matches(new Target("https", "shop.example.com", 443)));
  }
}
