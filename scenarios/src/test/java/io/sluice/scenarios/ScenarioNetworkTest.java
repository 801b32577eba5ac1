package io.sluice.scenarios;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sluice.model.plan.Limits;
import io.sluice.model.plan.LoadPlan;
import io.sluice.model.plan.Network;
import io.sluice.model.plan.Network.Connections;
import io.sluice.model.plan.Network.HostAddress;
import io.sluice.model.plan.Network.HttpVersion;
import io.sluice.model.plan.Network.Identity;
import io.sluice.model.plan.Network.SocketOptions;
import io.sluice.model.plan.Network.Tls;
import io.sluice.scenarios.compile.CompiledScenario;
import io.sluice.scenarios.compile.ScenarioOptions;
import io.sluice.scenarios.json.PlanJson;
import io.sluice.scenarios.network.NetworkSettings;
import io.sluice.scenarios.network.TestCertificates;
import io.sluice.scenarios.source.ScenarioException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a scenario says about the network, up to the plan. */
class ScenarioNetworkTest {
  private static final String JOURNEY = "journey: [ { get: http://h/ } ]\n" + Samples.PROFILES;
  private static final String EVERYTHING =
      """
      env: { CERT_PASSWORD: null, NODE: 10.0.0.7 }
      network:
        http: 2
        connections: { shared: 32, streams: 10 }
        idle: 5s
        connect_timeout: 3s
        max_header: 8KB
        max_body: 1MB
        tls:
          verify: false
          authorities: certs/client.pem
          certificate: certs/client.p12
          password: ${CERT_PASSWORD}
          resumption: false
          engine: jdk
        resolve: [ "shop.example.com:443:${NODE}" ]
        source_addresses: [ 127.0.0.2, 127.0.0.8/30 ]
        sockets: { no_delay: false, send_buffer: 64KB, receive_buffer: 32KB }
      """;

  @TempDir private static Path folder;

  @BeforeAll
  static void writeCertificates() throws IOException {
    TestCertificates.writeTo(Files.createDirectory(folder.resolve("certs")));
  }

  private static CompiledScenario load(String network, ScenarioOptions options) throws IOException {
    Path file = folder.resolve("x.yaml");
    return Scenarios.load(Files.writeString(file, network + JOURNEY), options);
  }

  private static LoadPlan plan(String network) throws IOException {
    return load(network, ScenarioOptions.NONE).plan();
  }

  private static CompiledScenario everything(NetworkSettings given) throws IOException {
    return load(
        EVERYTHING,
        ScenarioOptions.NONE
            .withProcessEnvironment(Map.of("CERT_PASSWORD", TestCertificates.PASSWORD))
            .withNetwork(given));
  }

  private static String certs(String name) {
    return folder.resolve("certs/" + name).toString();
  }

  @Test
  void nothingSaidIsTheDefault() throws IOException {
    for (String text : new String[] {"", "network: {}\n", "network: { tls: {}, sockets: {} }\n"}) {
      assertEquals(Network.DEFAULT, plan(text).network(), text);
      assertEquals(Limits.DEFAULT, plan(text).limits(), text);
    }
  }

  @Test
  void everythingSaid() throws IOException {
    LoadPlan plan = everything(NetworkSettings.NONE).plan();
    assertEquals(new Limits(Duration.ofSeconds(3), 8 * 1024, 1024 * 1024), plan.limits());
    assertEquals(
        new Network(
            HttpVersion.HTTP_2,
            new Connections.Shared(32, 10, Duration.ofSeconds(5)),
            new Tls(
                Tls.Trust.INSECURE,
                certs("client.pem"),
                new Identity(certs("client.p12"), "", TestCertificates.PASSWORD),
                Tls.Resumption.OFF,
                Tls.Engine.JDK),
            List.of(new HostAddress("shop.example.com", 443, "10.0.0.7")),
            List.of("127.0.0.2", "127.0.0.9", "127.0.0.10"),
            new SocketOptions(false, 64 * 1024, 32 * 1024)),
        plan.network());
    assertEquals(plan, PlanJson.read(PlanJson.write(plan)));
  }

  @ParameterizedTest
  @CsvSource({
    "'{ connections: per user, idle: 1ms }', 'PerUser[idle=PT0.001S]'",
    "'{ connections: { shared: 5 } }', 'Shared[max=5, streams=100, idle=PT1M]'",
    "'{ idle: 2s, connections: { shared: 5 } }', 'Shared[max=5, streams=100, idle=PT2S]'",
  })
  void connections(String network, String connections) throws IOException {
    assertEquals(
        connections, plan("network: " + network + "\n").network().connections().toString());
  }

  @Test
  void thePasswordIsASecretWhateverItsName() throws IOException {
    CompiledScenario compiled =
        load(
            """
            env: { OPEN: %s }
            network: { tls: { certificate: certs/client.p12, password: "${OPEN}" } }
            """
                .formatted(TestCertificates.PASSWORD),
            ScenarioOptions.NONE);
    assertEquals(List.of(TestCertificates.PASSWORD), compiled.secrets());
    assertEquals(List.of(), compiled.warnings());
    LoadPlan masked = PlanJson.masked(compiled.plan(), List.of());
    assertFalse(PlanJson.write(masked).contains(TestCertificates.PASSWORD));
    assertEquals("***", masked.network().tls().identity().password());
    assertEquals(compiled.plan().digest(), masked.digest());
  }

  @Test
  void whatIsGivenBesideItCountsSettingBySetting() throws IOException {
    Network network =
        everything(
                NetworkSettings.NONE
                    .http(HttpVersion.HTTP_1_1)
                    .certificate(certs("client.pem"))
                    .key(certs("client.key")))
            .plan()
            .network();
    Network own = everything(NetworkSettings.NONE).plan().network();
    assertEquals(
        own.withHttp(HttpVersion.HTTP_1_1)
            .withTls(
                own.tls().withIdentity(new Identity(certs("client.pem"), certs("client.key"), ""))),
        network);
  }

  @Test
  void onlyFilesThatAreLeftAreLookedAt() throws IOException {
    String text = "network: { tls: { authorities: none.pem } }\n";
    ScenarioOptions options =
        ScenarioOptions.NONE.withNetwork(NetworkSettings.NONE.authorities(certs("client.pem")));
    assertEquals(certs("client.pem"), load(text, options).plan().network().tls().authorities());
    assertThrows(ScenarioException.class, () -> plan(text));
  }

  @Test
  void anEmptyNameOfAFileIsNone() throws IOException {
    String text = "env: { CA: '' }\nnetwork: { tls: { authorities: '${CA}' } }\n";
    assertEquals(Network.DEFAULT, plan(text).network());
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "{ authorities: certs/none.pem } | :1:32: there is no file 'certs/none.pem'",
        "{ authorities: certs } | :1:32: 'certs' is not a file",
        "{ certificate: certs/client.p12 } | :1:32: 'certs/client.p12' is protected by a password,"
            + " and none is given",
        "{ certificate: certs/client.pem } | :1:32: 'certs/client.pem' holds no private key in"
            + " PKCS#8 (BEGIN PRIVATE KEY), only [CERTIFICATE]",
        "{ certificate: certs/client.pem, key: certs/client.pem } | :1:55: 'certs/client.pem' holds"
            + " no private key in PKCS#8 (BEGIN PRIVATE KEY), only [CERTIFICATE]",
        "{ key: certs/client.key } | :1:24: a key or a password needs a certificate, and none is"
            + " given",
      })
  void filesThatDoNotDo(String tls, String message) {
    ScenarioException failure =
        assertThrows(ScenarioException.class, () -> plan("network: { tls: " + tls + " }\n"));
    assertEquals(1, failure.problems().size(), failure.getMessage());
    assertEquals(
        folder.resolve("x.yaml") + message,
        String.valueOf(failure.getMessage()).replace("'" + folder + "/", "'"));
  }

  @Test
  void whatIsGivenBesideItIsNamedByItsFlag() {
    NetworkSettings none = NetworkSettings.NONE;
    assertTrue(
        refused(none.authorities("none.pem"))
            .endsWith("x.yaml: --ca: there is no file 'none.pem'"));
    assertTrue(
        refused(none.certificate("none.pem"))
            .endsWith("x.yaml: --cert: there is no file 'none.pem'"));
    assertTrue(
        refused(none.certificate(certs("client.pem")).key("none.key"))
            .endsWith("x.yaml: --key: there is no file 'none.key'"));
    assertTrue(
        refused(none.password("x"))
            .endsWith(
                "x.yaml: --cert-password-env: a key or a password needs a certificate, and none is"
                    + " given"));
  }

  private static String refused(NetworkSettings given) {
    return String.valueOf(
        assertThrows(
                ScenarioException.class, () -> load("", ScenarioOptions.NONE.withNetwork(given)))
            .getMessage());
  }
}
