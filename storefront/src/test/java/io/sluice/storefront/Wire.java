package io.sluice.storefront;

import io.sluice.storefront.truth.Protocol;
import java.io.IOException;
import java.net.http.HttpClient;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** The ways to the shop over which everything must work alike. */
enum Wire {
  PLAIN_HTTP_1(Protocol.HTTP_1_1, HttpClient.Version.HTTP_1_1),
  TLS_HTTP_1(Protocol.HTTP_1_1, HttpClient.Version.HTTP_1_1),
  TLS_HTTP_2(Protocol.HTTP_2, HttpClient.Version.HTTP_2);

  /** Made once: keytool takes its time. */
  static final DemoCertificate CERTIFICATE = DemoCertificate.valid("127.0.0.1");

  private final Protocol protocol;
  private final HttpClient.Version version;

  Wire(Protocol protocol, HttpClient.Version version) {
    this.protocol = protocol;
    this.version = version;
  }

  Protocol protocol() {
    return protocol;
  }

  Storefront start(StorefrontOptions options) {
    return Storefront.start(this == PLAIN_HTTP_1 ? options : options.withTls(CERTIFICATE));
  }

  ShopClient client(Storefront storefront) {
    return ShopClient.of(http(), storefront);
  }

  HttpClient http() {
    HttpClient.Builder http = HttpClient.newBuilder().version(version);
    if (this != PLAIN_HTTP_1) {
      http.sslContext(trusting(CERTIFICATE));
    }
    return http.build();
  }

  /** What a client must have that trusts the certificate's authority. */
  static SSLContext trusting(DemoCertificate certificate) {
    try {
      SSLContext tls = SSLContext.getInstance("TLS");
      tls.init(null, trust(certificate).getTrustManagers(), null);
      return tls;
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  /** What a client must have that trusts one certificate and presents another. */
  static SSLContext trusting(DemoCertificate certificate, DemoCertificate own) {
    try {
      KeyStore identity = emptyStore();
      identity.setKeyEntry("own", own.key(), new char[0], own.chain().toArray(Certificate[]::new));
      KeyManagerFactory keys =
          KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      keys.init(identity, new char[0]);
      SSLContext tls = SSLContext.getInstance("TLS");
      tls.init(keys.getKeyManagers(), trust(certificate).getTrustManagers(), null);
      return tls;
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  private static TrustManagerFactory trust(DemoCertificate certificate)
      throws GeneralSecurityException {
    KeyStore trusted = emptyStore();
    trusted.setCertificateEntry("demo", certificate.trustAnchor());
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(trusted);
    return factory;
  }

  private static KeyStore emptyStore() throws GeneralSecurityException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    try {
      store.load(null, null);
    } catch (IOException e) {
      throw new AssertionError("nothing was read", e);
    }
    return store;
  }
}
