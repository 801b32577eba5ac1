package io.sluice.engine.netty;

import io.sluice.engine.fake.Certificate;
import io.sluice.model.plan.Network;
import java.nio.file.Files;
import java.nio.file.Path;

/** The certificates that tests of TLS need, made once for a class of tests. */
final class TlsCertificates {
  static final String PASSWORD = "key-word";

  final Path directory;
  final String authorities;
  final Certificate server;
  final Certificate client;
  final Certificate strangeClient;
  final Certificate.Authority authority;

  TlsCertificates(Path directory) throws Exception {
    this.directory = directory;
    authority = Certificate.Authority.create();
    authorities = authority.pem(directory.resolve("ca.pem")).toString();
    server = authority.forHost("localhost", -1, 30);
    client = authority.forClient("client");
    strangeClient = Certificate.Authority.create().forClient("stranger");
  }

  /** Trusts the authority. */
  Network.Tls trusting(Network.Tls.Engine engine) {
    return with(engine, Network.Identity.NONE, Network.Tls.Resumption.ON);
  }

  Network.Tls with(
      Network.Tls.Engine engine, Network.Identity identity, Network.Tls.Resumption resumption) {
    return new Network.Tls(Network.Tls.Trust.VERIFY, authorities, identity, resumption, engine);
  }

  /** Takes any certificate. */
  static Network.Tls insecure(Network.Tls.Engine engine) {
    return new Network.Tls(
        Network.Tls.Trust.INSECURE, "", Network.Identity.NONE, Network.Tls.Resumption.ON, engine);
  }

  /** Writes a file and returns its path. */
  String file(String name, String text) throws Exception {
    return Files.writeString(directory.resolve(name), text).toString();
  }
}
