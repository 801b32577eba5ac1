package io.sluice.k6.run;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sluice.engine.wire.TlsOffer;
import io.sluice.k6.K6Exception;
import io.sluice.k6.options.OptionSources;
import io.sluice.k6.options.Options;
import io.sluice.k6.script.port.HopFailure;
import io.sluice.model.plan.Network;
import io.sluice.model.plan.Target;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScriptRoadsTest {
  private static ScriptRoads roads(String options) throws K6Exception {
    Options read = Options.of(OptionSources.ofScript(options), _ -> true);
    return ScriptRoads.of(read, Network.DEFAULT);
  }

  private static Target target(String host, int port) {
    return new Target("https", host, port);
  }

  @Test
  void aHostIsWhereTheOptionsSay() throws Exception {
    assertEquals(
        List.of(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 8443)),
        roads("{\"hosts\": {\"*.test\": \"127.0.0.1:8443\"}}").addresses(target("api.test", 443)));
  }

  @Test
  void anAddressIsItself() throws Exception {
    assertEquals(
        List.of(new InetSocketAddress(InetAddress.ofLiteral("10.1.2.3"), 443)),
        roads("{}").addresses(target("10.1.2.3", 443)));
  }

  @Test
  void whatIsBlacklistedIsRefusedByAnyName() throws Exception {
    ScriptRoads roads =
        roads("{\"blacklistIPs\": [\"127.0.0.0/8\"], \"hosts\": {\"a.test\": \"127.0.0.5\"}}");
    for (String host : List.of("a.test", "127.9.9.9", "localhost")) {
      assertEquals(null, roads.refusal(host, 443));
      assertThrows(UnknownHostException.class, () -> roads.addresses(target(host, 443)));
      HopFailure refusal = requireNonNull(roads.refusal(host, 443));
      assertEquals(HopFailure.Kind.BLACKLISTED_IP, refusal.kind());
      assertTrue(refusal.text().endsWith("is in a blacklisted range (127.0.0.0/8)"));
      assertEquals(null, roads.refusal(host, 80));
    }
  }

  @Test
  void familiesAreChosenByTheRules() throws Exception {
    Target literal = target("::1", 443);
    assertThrows(
        UnknownHostException.class,
        () -> roads("{\"dns\": {\"policy\": \"onlyIPv4\"}}").addresses(literal));
    for (String policy : List.of("preferIPv4", "preferIPv6", "onlyIPv6", "any")) {
      InetSocketAddress only =
          roads("{\"dns\": {\"policy\": \"%s\", \"select\": \"first\"}}".formatted(policy))
              .addresses(literal)
              .getFirst();
      assertTrue(only.getAddress() instanceof Inet6Address);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{} | ''",
        "{\"tlsVersion\": \"tls1.2\"} | TLSv1.2",
        "{\"tlsVersion\": {\"min\": \"tls1.2\"}} | TLSv1.3 TLSv1.2",
        "{\"tlsVersion\": {\"max\": \"tls1.2\"}} | TLSv1.2",
        "{\"tlsVersion\": {\"min\": \"tls1.0\", \"max\": \"tls1.3\"}} | TLSv1.3 TLSv1.2 TLSv1.1"
            + " TLSv1",
      })
  void versionsAreAllFromTheLeastToTheGreatest(String options, String versions) throws Exception {
    TlsOffer offer = roads(options).tls(target("a.test", 443));
    assertEquals(versions, String.join(" ", offer.versions()));
  }

  @Test
  void suitesHaveTheNamesOfRfcs() throws Exception {
    ScriptRoads roads =
        roads(
            "{\"tlsCipherSuites\": [\"TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305\","
                + " \"TLS_RSA_WITH_RC4_128_SHA\"]}");
    assertEquals(
        List.of("TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256", "TLS_RSA_WITH_RC4_128_SHA"),
        roads.tls(target("a.test", 443)).cipherSuites());
    assertEquals(
        List.of(
            "tlsCipherSuites: TLS_RSA_WITH_RC4_128_SHA is not offered: nothing here speaks it any"
                + " more"),
        roads.notOffered());
  }
}
