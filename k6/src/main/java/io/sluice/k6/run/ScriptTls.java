package io.sluice.k6.run;

import io.sluice.engine.Code;
import io.sluice.engine.wire.TlsOffer;
import io.sluice.engine.wire.TlsOffer.ClientCertificate;
import io.sluice.k6.ExitCode;
import io.sluice.k6.K6Exception;
import io.sluice.k6.options.HostPattern;
import io.sluice.k6.options.TlsOptions;
import io.sluice.model.plan.Network;
import java.util.ArrayList;
import java.util.List;

/**
 * What a script's options want encrypted connections to offer and show. A host is shown the first
 * certificate of {@code tlsAuth} that names it among its domains, or names none.
 */
final class ScriptTls {
  private static final List<String> VERSIONS = List.of("tls1.0", "tls1.1", "tls1.2", "tls1.3");
  private static final int LEAST_USUAL = 2;

  private final TlsOptions options;
  private final Network network;
  private final TlsOffer offer;
  private final List<ClientCertificate> certificates;

  private ScriptTls(
      TlsOptions options, Network network, TlsOffer offer, List<ClientCertificate> certificates) {
    this.options = options;
    this.network = network;
    this.offer = offer;
    this.certificates = certificates;
  }

  /**
   * The terms of some options, which can be offered.
   *
   * @throws K6Exception (104) with a sentence, if they cannot
   */
  static ScriptTls of(TlsOptions options, Network network) throws K6Exception {
    TlsOffer offer =
        new TlsOffer(
            versions(options),
            options.cipherSuites().stream().map(ScriptTls::rfc).toList(),
            ClientCertificate.OF_THE_PLAN);
    List<ClientCertificate> certificates = new ArrayList<>();
    for (TlsOptions.Auth auth : options.auth()) {
      String password = auth.password() == null ? "" : auth.password();
      certificates.add(
          new ClientCertificate(
              "tlsAuth[" + certificates.size() + "]", auth.cert(), auth.key(), password));
    }
    try {
      if (!offer.equals(TlsOffer.USUAL)) {
        Code.requireTls(network, offer);
      }
      for (ClientCertificate certificate : certificates) {
        Code.requireTls(network, offer.withCertificate(certificate));
      }
    } catch (IllegalArgumentException e) {
      throw new K6Exception(ExitCode.INVALID_CONFIG, "options: " + e.getMessage());
    }
    return new ScriptTls(options, network, offer, List.copyOf(certificates));
  }

  private static List<String> versions(TlsOptions options) throws K6Exception {
    String min = options.minVersion();
    String max = options.maxVersion();
    if (min.isEmpty() && max.isEmpty()) {
      return List.of();
    }
    int least = min.isEmpty() ? LEAST_USUAL : VERSIONS.indexOf(min);
    int greatest = max.isEmpty() ? VERSIONS.size() - 1 : VERSIONS.indexOf(max);
    if (least > greatest) {
      throw new K6Exception(
          ExitCode.INVALID_CONFIG,
          "options: tlsVersion: its min, %s%s, is above its max, %s"
              .formatted(
                  VERSIONS.get(least),
                  min.isEmpty() ? " unless it is given" : "",
                  VERSIONS.get(greatest)));
    }
    return VERSIONS.subList(least, greatest + 1).reversed().stream()
        .map(version -> version.replace("tls", "TLSv").replace("1.0", "1"))
        .toList();
  }

  /** Two names of Go's are shorter than those of RFC 7905. */
  private static String rfc(String suite) {
    return suite.endsWith("_POLY1305") ? suite + "_SHA256" : suite;
  }

  /** The cipher suites that were asked for and are not offered, a sentence each. */
  List<String> notOffered() {
    return offer.cipherSuites().isEmpty()
        ? List.of()
        : Code.notOffered(network, offer).stream()
            .map(
                suite ->
                    "tlsCipherSuites: %s is not offered: nothing here speaks it any more"
                        .formatted(suite))
            .toList();
  }

  /** What a host is offered and shown. */
  TlsOffer at(String host) {
    for (int i = 0; i < certificates.size(); i++) {
      List<String> domains = options.auth().get(i).domains();
      if (domains.isEmpty()
          || domains.stream().anyMatch(domain -> HostPattern.matches(domain, host))) {
        return offer.withCertificate(certificates.get(i));
      }
    }
    return offer;
  }
}
