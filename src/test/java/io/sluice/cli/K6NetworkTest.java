package io.sluice.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.sluice.storefront.DemoCertificate;
import io.sluice.storefront.Encryption;
import io.sluice.storefront.Storefront;
import io.sluice.storefront.StorefrontOptions;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where a script's requests go, from where, and how they are secured: over real sockets. */
final class K6NetworkTest {
  private static final String HTTP = "import http from 'k6/http';\n";

  @TempDir private Path folder;
  private HttpServer server;
  private final Set<String> peers = new ConcurrentSkipListSet<>();
  private final Set<String> hosts = new ConcurrentSkipListSet<>();

  @BeforeEach
  void listen() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  @AfterEach
  void close() {
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    peers.add(exchange.getRemoteAddress().getAddress().getHostAddress());
    hosts.add(exchange.getRequestHeaders().getFirst("Host"));
    byte[] body =
        ("got " + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8))
            .getBytes(StandardCharsets.UTF_8);
    if (exchange.getRequestURI().getPath().equals("/from")) {
      exchange.getResponseHeaders().add("Location", "/to");
    }
    exchange.sendResponseHeaders(
        exchange.getRequestURI().getPath().equals("/from") ? 302 : 200, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private int port() {
    return server.getAddress().getPort();
  }

  private Invocation runAt(String base, String script, String... flags) throws IOException {
    Path file = Files.writeString(folder.resolve("script.js"), HTTP + script);
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "k6", "run", "-q", "--no-lint", "--run-folder", folder.resolve("run").toString()));
    arguments.addAll(List.of("-e", "BASE_URL=" + base));
    arguments.addAll(List.of(flags));
    arguments.add(file.toString());
    return Invocation.of(arguments.toArray(String[]::new));
  }

  private Invocation run(String script, String... flags) throws IOException {
    return runAt("http://127.0.0.1:" + port(), script, flags);
  }

  // ---- TLS

  private static Storefront secure() {
    return Storefront.start(
        StorefrontOptions.defaults().withTls(DemoCertificate.issued("localhost", "127.0.0.1")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "tlsVersion: 'tls1.2' | tls1.2",
        "tlsVersion: 'tls1.3' | tls1.3",
        "tlsVersion: { min: 'tls1.0', max: 'tls1.2' } | tls1.2",
        "tlsVersion: { min: 'tls1.2' } | tls1.3",
        "tlsVersion: 'tls1.2', tlsCipherSuites: ['TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384',"
            + " 'TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384'] | tls1.2 AES_256_GCM_SHA384",
        "tlsVersion: 'tls1.2', tlsCipherSuites: ['TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256',"
            + " 'TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256'] | tls1.2 AES_128_GCM_SHA256",
      })
  void versionAndSuiteAreThoseOfTheOptions(String options, String seen) throws Exception {
    try (Storefront shop = secure()) {
      Invocation ended =
          runAt(
              shop.baseUri().toString(),
              "export const options = { insecureSkipTLSVerify: true, %s };\n".formatted(options)
                  + "export default () => { const r = http.get(`${__ENV.BASE_URL}/health`);\n"
                  + "console.log('saw ' + r.status + ' ' + r.tls_version + ' ' +"
                  + " r.tls_cipher_suite); };\n");

      assertEquals(0, ended.code(), ended::err);
      String line = ended.err().lines().filter(l -> l.contains("saw 200")).findFirst().orElse("");
      for (String part : seen.split(" ", -1)) {
        assertTrue(line.contains(part), ended::err);
      }
      assertFalse(ended.err().contains("level=warning"), ended::err);
    }
  }

  @Test
  void anyCertificateIsTakenIfTheFlagSaysSo() throws Exception {
    try (Storefront shop = secure()) {
      String get = "export default () => { http.get(`${__ENV.BASE_URL}/health`); };\n";
      Invocation ended = runAt(shop.baseUri().toString(), get, "--insecure-skip-tls-verify");
      assertEquals(0, ended.code(), ended::err);
      assertEquals(1, shop.truth().snapshot().total());
    }
  }

  @Test
  void aSuiteThatNobodySpeaksIsLeftOutAloud() throws Exception {
    try (Storefront shop = secure()) {
      Invocation ended =
          runAt(
              shop.baseUri().toString(),
              "export const options = { insecureSkipTLSVerify: true, tlsCipherSuites:"
                  + " ['TLS_RSA_WITH_RC4_128_SHA', 'TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256'] };\n"
                  + "export default () => { http.get(`${__ENV.BASE_URL}/health`); };\n");

      assertEquals(0, ended.code(), ended::err);
      assertTrue(
          ended
              .err()
              .contains(
                  "tlsCipherSuites: TLS_RSA_WITH_RC4_128_SHA is not offered: nothing here speaks it"
                      + " any more"),
          ended::err);
      assertEquals(1, shop.truth().snapshot().total());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "'', 200, 0",
    "'domains: [\"127.0.0.1\"],', 200, 0",
    "'domains: [\"*.0.0.1\"],', 200, 0",
    "'domains: [\"other.example\"],', 0, 1",
  })
  void aClientsCertificateIsShownToItsDomains(String domains, int status, int failed)
      throws Exception {
    DemoCertificate client = DemoCertificate.issued("client.example");
    Encryption.PemFiles files = client.writeTo(folder);
    Path authority = client.writeTrustAnchorTo(folder);
    StorefrontOptions options =
        StorefrontOptions.defaults()
            .withTls(DemoCertificate.issued("localhost", "127.0.0.1"))
            .withClientAuthority(authority);
    try (Storefront shop = Storefront.start(options)) {
      Invocation ended =
          runAt(
              shop.baseUri().toString(),
              "export const options = { insecureSkipTLSVerify: true, tlsAuth: [{ %s cert: open('%s'),"
                      .formatted(domains, files.certificate())
                  + " key: open('%s') }], thresholds: { http_req_failed: ['rate==%d'] } };\n"
                      .formatted(files.key(), failed)
                  + "export default () => {"
                  + " console.log('got ' + http.get(`${__ENV.BASE_URL}/health`).status); };\n");

      assertEquals(0, ended.code(), ended::err);
      assertTrue(ended.err().contains("got " + status), ended::err);
      assertEquals(1 - failed, shop.truth().snapshot().total());
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "tlsVersion: 'ssl3.0' | tlsVersion: SSL 3.0 cannot be spoken: it is broken",
        "tlsVersion: { min: 'tls1.3', max: 'tls1.2' } | tlsVersion: its min, tls1.3, is above its"
            + " max, tls1.2",
        "tlsVersion: { max: 'tls1.1' } | tlsVersion: its min, tls1.2 unless it is given, is above"
            + " its max, tls1.1",
        "tlsCipherSuites: ['TLS_RSA_WITH_RC4_128_SHAH'] | there is no cipher suite"
            + " 'TLS_RSA_WITH_RC4_128_SHAH'; did you mean 'TLS_RSA_WITH_RC4_128_SHA'?",
        "tlsVersion: 'tls1.2', tlsCipherSuites: ['TLS_RSA_WITH_RC4_128_SHA'] | no cipher suite of"
            + " TLS_RSA_WITH_RC4_128_SHA can be offered by boringssl",
        "tlsAuth: [{ cert: 'x', key: 'y' }] | no certificate in tlsAuth[0].cert: expected PEM"
            + " (-----BEGIN CERTIFICATE-----)",
      })
  void termsThatCannotBeMetAreOneSentence(String options, String sentence) throws Exception {
    Invocation ended =
        run("export const options = { %s };\nexport default () => {};\n".formatted(options));

    assertEquals(104, ended.code(), ended::err);
    assertTrue(ended.err().contains(sentence), ended::err);
    assertEquals(1, ended.err().lines().count(), ended::err);
  }

  // ---- hosts

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'shop.test': '127.0.0.1:PORT' | http://shop.test/",
        "'shop.test': '127.0.0.1' | http://shop.test:PORT/",
        "'*.test': '127.0.0.1:PORT' | http://shop.test:81/",
        "'*.test': '127.0.0.9:1', 'shop.test': '127.0.0.1:PORT' | http://shop.test/",
        "'shop.test:8080': '127.0.0.1:PORT', 'shop.test': '127.0.0.9:1' | http://shop.test:8080/",
        "'*.test:8080': '127.0.0.1:PORT', '*.test': '127.0.0.9:1' | http://shop.test:8080/",
      })
  void hostsTakeThePlaceOfNames(String table, String url) throws Exception {
    String port = Integer.toString(port());
    String target = url.replace("PORT", port);
    Invocation ended =
        run(
            "export const options = { hosts: { %s } };\n".formatted(table.replace("PORT", port))
                + "export default () => { const r = http.get('%s');\n".formatted(target)
                + "console.log('got ' + r.status + ' ' + r.remote_ip + ':' + r.remote_port); };\n");

    assertEquals(0, ended.code(), ended::err);
    assertTrue(ended.err().contains("got 200 127.0.0.1:" + port), ended::err);
    assertEquals(Set.of(target.replaceAll("^http://|/$", "")), hosts);
  }

  // ---- what is not connected to

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "blacklistIPs: ['127.0.0.0/8'] | http://localhost:PORT/ | 1110 ip is blacklisted",
        "blacklistIPs: ['127.0.0.0/8'], hosts: { 'shop.test': '127.0.0.1' } |"
            + " http://shop.test:PORT/ | 1110 ip is blacklisted",
        "blacklistIPs: ['10.0.0.0/8'] | http://localhost:PORT/ | 0 ",
        "blockHostnames: ['*.test'] | http://shop.test:PORT/ | 1111 hostname is blocked",
        "blockHostnames: ['*.test'], hosts: { 'shop.testing': '127.0.0.1' } |"
            + " http://shop.testing:PORT/ | 0 ",
        "blockHostnames: ['LOCALHOST'] | http://localhost:PORT/ | 1111 hostname is blocked",
        "blockHostnames: ['*'] | http://127.0.0.1:PORT/ | 1111 hostname is blocked",
      })
  void whatIsForbiddenIsNotSent(String options, String url, String seen) throws Exception {
    Invocation ended =
        run(
            "export const options = { iterations: 3, %s };\n".formatted(options)
                + "export default () => { const r = http.get('%s');\n"
                    .formatted(url.replace("PORT", Integer.toString(port())))
                + "console.log('got ' + r.error_code + ' ' + r.error + '.'); };\n");

    assertEquals(0, ended.code(), ended::err);
    assertEquals(
        3,
        ended.err().lines().filter(line -> line.contains("got " + seen.strip())).count(),
        ended::err);
    assertEquals(seen.startsWith("0") ? 1 : 0, peers.size());
  }

  @Test
  void flagsForbidAsOptionsDo() throws Exception {
    String get =
        "export default () => { console.log('got ' + http.get(__ENV.BASE_URL).error); };\n";
    assertTrue(run(get, "--blacklist-ip", "127.0.0.0/8").err().contains("ip is blacklisted"));
    folder.resolve("run").toFile().renameTo(folder.resolve("before").toFile());
    assertTrue(run(get, "--block-hostnames", "127.*,*.0.1").err().contains("hostname"));
    assertEquals(Set.of(), peers);
  }

  @Test
  void namesAreLookedUpByTheRules() throws Exception {
    Invocation ended =
        runAt(
            "http://localhost:" + port(),
            "export default () => { console.log('got ' + http.get(__ENV.BASE_URL).remote_ip); };\n",
            "--dns",
            "policy=onlyIPv4,select=first");
    assertTrue(ended.err().contains("got 127.0.0.1"), ended::err);
  }

  // ---- from where

  @Test
  void usersSendFromLocalAddressesInTurn() throws Exception {
    String script =
        """
        import { sleep } from 'k6';
        export default () => { http.get(__ENV.BASE_URL); sleep(0.1); };
        """;
    Invocation ended =
        run(script, "--local-ips", "127.0.0.7-127.0.0.8,127.0.1.0/31", "-u", "4", "-i", "8");
    assertEquals(0, ended.code(), ended::err);
    assertEquals(Set.of("127.0.0.7", "127.0.0.8", "127.0.1.0", "127.0.1.1"), peers);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "192.0.2.1 | localIPs: cannot send from 192.0.2.1: it is no address of this machine",
        "127.0.0.9-127.0.0.1 | expected addresses, ranges and blocks",
      })
  void addressesOfOthersAreOneSentence(String pool, String sentence) throws Exception {
    Invocation ended = run("export default () => {};\n", "--local-ips", pool);
    assertEquals(104, ended.code(), ended::err);
    assertTrue(ended.err().contains(sentence), ended::err);
  }

  // ---- httpDebug

  private static final String POST =
      "export default () => { http.post(`${__ENV.BASE_URL}/from`, 'sent', { redirects: 1, headers:"
          + " { 'X-Mine': 'yes' } }); };\n";

  @Test
  void requestsAndAnswersCanBePrinted() throws Exception {
    String err = run(POST, "--http-debug", "-i", "1").err();
    assertEquals(2, err.lines().filter(line -> line.contains("msg=\"Request:")).count(), err);
    assertTrue(err.contains("POST /from HTTP/1.1\\nHost: 127.0.0.1:" + port() + "\\n"), err);
    assertTrue(err.contains("X-Mine: yes\\n"), err);
    assertTrue(err.contains("Content-Length: 4\\n"), err);
    assertTrue(err.contains("Response:\\nHTTP/1.1 302 Found\\n"), err);
    assertTrue(err.contains("Location: /to\\n"), err);
    assertTrue(err.contains("GET /to HTTP/1.1\\n"), err);
    assertTrue(err.contains("source=http-debug request_id="), err);
    assertFalse(err.contains("\\nsent"), err);
    assertFalse(err.contains("got sent"), err);
  }

  @Test
  void theirBodiesToo() throws Exception {
    String script =
        "export default () => { const r = http.post(__ENV.BASE_URL, 'sent', { responseType: 'none'"
            + " }); console.log('kept ' + r.body); };\n";
    String err = run(script, "--http-debug=full").err();
    assertTrue(err.contains("\\n\\nsent\\n"), err);
    assertTrue(err.contains("\\n\\ngot sent\\n"), err);
    assertTrue(err.contains("kept null"), err); // the script does not get what it did not want
  }

  @Test
  void nothingIsPrintedUnasked() throws Exception {
    assertFalse(run(POST).err().contains("http-debug"));
  }
}
