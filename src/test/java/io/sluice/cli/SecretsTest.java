package io.sluice.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a scenario was told in confidence is sent to the target and to nobody else. */
final class SecretsTest {
  private static final String SECRET = "s3cr3t-4711-zz";
  private static final String SCENARIO =
      """
      env:
        BASE_URL: null
        API_TOKEN: null
      journey:
        - get: ${BASE_URL}/items?key=${API_TOKEN}
          bearer: ${API_TOKEN}
          headers: { X-Key: "a${API_TOKEN}b" }
          check: [ "body contains ${API_TOKEN}" ]
      profiles: { p: { users: 1, duration: 1s } }
      slo: [ "error_rate < 5%" ]
      """;

  @TempDir private Path folder;

  @Test
  void noFileOfTheRunHoldsThem() throws Exception {
    Invocation ended = run(Map.of(), "--env=API_TOKEN=" + SECRET);
    assertEquals(3, ended.code(), ended.out() + ended.err());
    assertKept(ended);
  }

  @Test
  void norThoseOfTheProcessEnvironment() throws Exception {
    Invocation ended = run(Map.of("API_TOKEN", SECRET));
    assertEquals(3, ended.code(), ended.out() + ended.err());
    assertKept(ended);
  }

  @Test
  void norWhatTheTargetEchoes() throws Exception {
    AtomicInteger echoes = new AtomicInteger();
    Invocation ended =
        run(
            SCENARIO,
            (number, line) -> {
              echoes.incrementAndGet();
              return RawServer.Answer.redirect("http://elsewhere.invalid" + line.split(" ", 3)[1]);
            },
            Map.of("API_TOKEN", SECRET));
    assertEquals(3, ended.code(), ended.out() + ended.err());
    assertKept(ended);
    StoredRun run = new StoredRun(folder.resolve("run"));
    assertEquals(echoes.get(), run.summary().at("/generator/redirects_refused").asInt());
    assertTrue(
        run.summary()
            .path("errors")
            .toString()
            .contains("redirect to http://elsewhere.invalid/items?key=*** not followed"),
        () -> run.summary().path("errors").toString());
  }

  @Test
  void norTheCredentialsOfAHit() throws Exception {
    AtomicBoolean arrived = new AtomicBoolean();
    try (RawServer server =
        RawServer.answering(
            (number, line) -> {
              arrived.set(true);
              return RawServer.Answer.ok();
            })) {
      Invocation ended =
          Invocation.of(
              "hit",
              server.uri() + "/",
              "--users=1",
              "--duration=1s",
              "--header=X-Api-Key: " + SECRET,
              "--slo=error_rate < 5%",
              "--statistics=point",
              "--out=" + folder.resolve("run"));
      assertEquals(0, ended.code(), ended.out() + ended.err());
    }
    assertTrue(arrived.get());
    StoredRun run = new StoredRun(folder.resolve("run"));
    for (String file : run.files()) {
      assertFalse(Files.readString(run.folder().resolve(file)).contains(SECRET), file);
    }
    assertTrue(Files.readString(run.folder().resolve("plan.json")).contains("***"));
  }

  @Test
  void norThePasswordOfACertificate() throws Exception {
    KeyPairFile.write(folder.resolve("client.p12"), SECRET);
    String network = "network: { tls: { certificate: client.p12, password: \"${API_TOKEN}\" } }\n";
    RawServer.Script script = (number, line) -> RawServer.Answer.ok();
    Invocation ended = run(network + SCENARIO, script, Map.of("API_TOKEN", SECRET));
    assertEquals(3, ended.code(), ended.out() + ended.err());
    assertKept(ended);
    StoredRun run = new StoredRun(folder.resolve("run"));
    assertEquals("***", run.json("plan.json").at("/network/tls/identity/password").asText());
    assertEquals(
        folder.resolve("client.p12").toString(),
        run.summary().path("facts").path("network.tls.certificate").asText());
  }

  @Test
  void norThatOfTheCommandLine() throws Exception {
    KeyPairFile.write(folder.resolve("client.p12"), SECRET);
    RawServer.Answer failure =
        new RawServer.Answer("HTTP/1.1 500 No\r\nContent-Length: 0\r\n\r\n", false);
    try (RawServer server = RawServer.answering((number, line) -> failure)) {
      Invocation ended =
          Invocation.in(
              Map.of("OPEN", SECRET),
              "hit",
              server.uri() + "/",
              "--users=1",
              "--duration=1s",
              "--body=" + SECRET,
              "--cert=" + folder.resolve("client.p12"),
              "--cert-password-env=OPEN",
              "--slo=error_rate < 5%",
              "--out=" + folder.resolve("run"));
      assertEquals(3, ended.code(), ended.out() + ended.err());
      assertKept(ended);
    }
  }

  @Test
  void aWrongPasswordIsNotShownEither() throws Exception {
    KeyPairFile.write(folder.resolve("client.p12"), "another-password");
    Invocation ended =
        Invocation.in(
            Map.of("OPEN", SECRET),
            "hit",
            "http://127.0.0.1:1/",
            "--cert=" + folder.resolve("client.p12"),
            "--cert-password-env=OPEN");
    assertEquals(2, ended.code());
    assertEquals(
        "sluice: --cert: the password does not open '%s'\n".formatted(folder.resolve("client.p12")),
        ended.err());
  }

  @Test
  void aSetUpThatFailsDoesNotShowThem() throws Exception {
    Invocation ended =
        run(
            SCENARIO.replace(
                "journey:", "setup: [ { get: \"${BASE_URL}/?k=${API_TOKEN}\" } ]\njourney:"),
            (number, line) -> RawServer.Answer.cutInTheMiddle(),
            Map.of("API_TOKEN", SECRET));
    assertEquals(2, ended.code());
    assertTrue(ended.err().startsWith("sluice: the set-up failed: "), ended.err());
    assertFalse(ended.err().contains(SECRET), ended.err());
  }

  private Invocation run(Map<String, String> environment, String... more) throws Exception {
    AtomicBoolean arrived = new AtomicBoolean();
    Invocation ended =
        run(
            SCENARIO,
            (number, line) -> {
              if (line.contains("key=" + SECRET)) {
                arrived.set(true);
              }
              return RawServer.Answer.ok();
            },
            environment,
            more);
    assertTrue(arrived.get(), () -> "the target did not get it: " + ended);
    return ended;
  }

  private Invocation run(
      String scenario, RawServer.Script script, Map<String, String> environment, String... more)
      throws Exception {
    Path file = Files.writeString(folder.resolve("x.yaml"), scenario);
    try (RawServer server = RawServer.answering(script)) {
      return Invocation.in(
          environment,
          Argv.of(
              more,
              "run",
              file.toString(),
              "--env=BASE_URL=" + server.uri(),
              "--out=" + folder.resolve("run")));
    }
  }

  private void assertKept(Invocation ended) throws Exception {
    StoredRun run = new StoredRun(folder.resolve("run"));
    assertEquals(8, run.files().size());
    for (String file : run.files()) {
      String text = Files.readString(run.folder().resolve(file), StandardCharsets.ISO_8859_1);
      assertFalse(text.contains(SECRET), file);
    }
    assertFalse(ended.out().contains(SECRET), "standard output");
    assertFalse(ended.err().contains(SECRET), "standard error");
    assertEquals(
        3, Invocation.of("gate", run.folder().toString()).code(), "it cannot be judged again");
  }
}
