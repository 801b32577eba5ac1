package io.sluice.scenarios.yaml;

import static io.sluice.scenarios.yaml.Kind.optional;
import static io.sluice.scenarios.yaml.Kind.required;

import io.sluice.model.plan.ByteSize;
import io.sluice.model.plan.Network.HttpVersion;
import io.sluice.model.plan.Network.Tls;
import io.sluice.scenarios.yaml.Shape.AnyOf;
import io.sluice.scenarios.yaml.Shape.Choice;
import io.sluice.scenarios.yaml.Shape.ListOf;
import io.sluice.scenarios.yaml.Shape.Of;
import io.sluice.scenarios.yaml.Shape.Scalar;
import io.sluice.scenarios.yaml.Shape.Truth;
import io.sluice.scenarios.yaml.Shape.Whole;
import java.util.Arrays;
import java.util.List;

/** The part of the {@link Language} that says how targets are reached. */
final class NetworkLanguage {
  static final String PER_USER = "per user";

  private static final int MOST = 1_000_000;
  private static final Shape TRUTH = new Truth();
  private static final Shape SIZE =
      new Scalar(
          "a size such as 512B, 64KB or 16MB",
          Language.parses(ByteSize::parse),
          "^\\d{1,10}(\\.\\d{1,3})?(B|KB|MB|GB)$");
  private static final Shape PER_USER_WORD =
      new Scalar(
          "'" + PER_USER + "' or a map such as { shared: 32 }",
          PER_USER::equals,
          "^" + PER_USER + "$");
  private static final Shape HTTP =
      new Choice(Arrays.stream(HttpVersion.values()).map(HttpVersion::word).toList());
  private static final Shape ENGINE =
      new Choice(Arrays.stream(Tls.Engine.values()).map(Tls.Engine::word).toList());
  private static final Shape TEXTS = new ListOf(Language.TEXT, 1);

  static final Kind NETWORK =
      Kind.of(
          "network",
          "the network",
          optional(
              "http",
              HTTP,
              "Version of HTTP: auto takes HTTP/2 where an encrypted target offers it; 2 does so"
                  + " with prior knowledge where it is not encrypted. auto if left out."),
          optional(
              "connections",
              new AnyOf(List.of(PER_USER_WORD, new Of("shared_connections"))),
              "Each user has its own connections (per user, if left out), or all users of a loop"
                  + " share some."),
          optional(
              "idle",
              Language.POSITIVE,
              "How long a connection that nobody uses is kept; 60s if left out."),
          optional(
              "connect_timeout",
              Language.POSITIVE,
              "For a connection and its TLS handshake together; 10s if left out."),
          optional(
              "max_header",
              SIZE,
              "The most bytes of a response's status line and headers; 64KB if left out."),
          optional(
              "max_body",
              SIZE,
              "The most bytes of a body that is kept for a check or an extraction; 16MB if left"
                  + " out."),
          optional("tls", new Of("tls"), "What encrypted connections trust and show."),
          optional(
              "resolve",
              TEXTS,
              "HOST:PORT:ADDRESS, to reach a host at another address than the name service says."),
          optional(
              "source_addresses",
              TEXTS,
              "Local addresses that connections take in turn: addresses, or ranges such as"
                  + " 127.0.0.0/28."),
          optional("sockets", new Of("sockets"), "Options of the local sockets."));

  static final Kind SHARED =
      Kind.of(
          "shared_connections",
          "shared connections",
          required(
              "shared",
              new Whole("a number of connections", 1, MOST),
              "The most connections of one loop to one target."),
          optional(
              "streams",
              new Whole("a number of streams", 1, MOST),
              "The most requests at a time on one HTTP/2 connection; 100 if left out."));

  static final Kind TLS =
      Kind.of(
          "tls",
          "the settings of TLS",
          optional("verify", TRUTH, "Whether certificates are verified; true if left out."),
          optional(
              "authorities",
              Language.TEXT,
              "A PEM file of trusted authorities, relative to the scenario; those of the Java"
                  + " runtime if left out."),
          optional(
              "certificate",
              Language.TEXT,
              "The client's certificate: a PEM file, or a PKCS#12 file that ends in .p12 or .pfx;"
                  + " relative to the scenario."),
          optional(
              "key",
              Language.TEXT,
              "A PEM file of the certificate's private key (PKCS#8), if it is in a file of its"
                  + " own."),
          optional(
              "password", Language.TEXT, "Password of the key: a name of env, ${CERT_PASSWORD}."),
          optional(
              "resumption",
              TRUTH,
              "Whether connections take up sessions of others before them; true if left out."),
          optional(
              "engine",
              ENGINE,
              "What encrypts: auto takes BoringSSL where it can be loaded, else the Java runtime."
                  + " auto if left out."));

  static final Kind SOCKETS =
      Kind.of(
          "sockets",
          "the options of sockets",
          optional(
              "no_delay",
              TRUTH,
              "Whether small writes go out at once (TCP_NODELAY); true if left out."),
          optional("send_buffer", SIZE, "SO_SNDBUF; the system's choice if left out."),
          optional("receive_buffer", SIZE, "SO_RCVBUF; the system's choice if left out."));

  private NetworkLanguage() {}
}
