package io.sluice.engine.netty;

import io.netty.handler.ssl.OpenSsl;
import io.netty.handler.ssl.SslProtocols;
import io.sluice.engine.wire.TlsOffer;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;

/** The versions and cipher suites that a client offers. */
final class TlsTerms {
  private static final List<String> VERSIONS =
      List.of(SslProtocols.TLS_v1_3, SslProtocols.TLS_v1_2);

  private static final List<String> BORINGSSL_VERSIONS =
      List.of(SslProtocols.TLS_v1_3, SslProtocols.TLS_v1_2, "TLSv1.1", "TLSv1");

  private static final List<String> CIPHERS_1_3 =
      List.of("TLS_AES_128_GCM_SHA256", "TLS_AES_256_GCM_SHA384", "TLS_CHACHA20_POLY1305_SHA256");

  /** AES of 128 bits first: processors have it, and it is the cheapest they have. */
  private static final List<String> CIPHERS =
      List.of(
          "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256",
          "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256",
          "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384",
          "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384",
          "TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256",
          "TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256",
          "TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA",
          "TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA",
          "TLS_RSA_WITH_AES_128_GCM_SHA256",
          "TLS_RSA_WITH_AES_256_GCM_SHA384",
          "TLS_RSA_WITH_AES_128_CBC_SHA",
          "TLS_RSA_WITH_AES_256_CBC_SHA");

  private TlsTerms() {}

  /**
   * The versions, each of which can be offered.
   *
   * @throws IllegalArgumentException with a sentence, if one cannot
   */
  static List<String> versions(TlsOffer offer, TlsProvider provider) {
    List<String> versions = offer.versions().isEmpty() ? VERSIONS : offer.versions();
    for (String version : versions) {
      if (!speaks(provider, version)) {
        throw new IllegalArgumentException(
            "%s cannot be offered by %s".formatted(version, provider.title()));
      }
    }
    return versions;
  }

  /** The Java runtime knows old versions, but leaves out what its policy forbids. */
  private static boolean speaks(TlsProvider provider, String version) {
    return switch (provider) {
      case BORINGSSL -> BORINGSSL_VERSIONS.contains(version);
      case JDK -> List.of(javaRuntime().getProtocols()).contains(version);
    };
  }

  private static boolean has(TlsProvider provider, String suite) {
    return switch (provider) {
      case BORINGSSL -> OpenSsl.availableJavaCipherSuites().contains(suite);
      case JDK -> List.of(javaRuntime().getCipherSuites()).contains(suite);
    };
  }

  /**
   * The suites, those of TLS 1.3 among them; of those that are asked for, what can be offered.
   *
   * @throws IllegalArgumentException with a sentence, if none can
   */
  static List<String> cipherSuites(TlsOffer offer, TlsProvider provider) {
    List<String> suites = new ArrayList<>(CIPHERS_1_3);
    List<String> wanted =
        offer.cipherSuites().stream().filter(suite -> !CIPHERS_1_3.contains(suite)).toList();
    List<String> offered = wanted.stream().filter(suite -> has(provider, suite)).toList();
    if (!wanted.isEmpty() && offered.isEmpty()) {
      throw new IllegalArgumentException(
          "no cipher suite of %s can be offered by %s"
              .formatted(String.join(", ", wanted), provider.title()));
    }
    suites.addAll(offer.cipherSuites().isEmpty() ? CIPHERS : offered);
    return suites;
  }

  /** The suites of an offer that cannot be offered. */
  static List<String> missing(TlsOffer offer, TlsProvider provider) {
    return offer.cipherSuites().stream().filter(suite -> !has(provider, suite)).toList();
  }

  private static SSLParameters javaRuntime() {
    try {
      return SSLContext.getDefault().getDefaultSSLParameters();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("the Java runtime has no TLS", e);
    }
  }
}
