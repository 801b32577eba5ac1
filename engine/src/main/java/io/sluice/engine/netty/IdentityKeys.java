package io.sluice.engine.netty;

import io.netty.handler.ssl.OpenSslCachingX509KeyManagerFactory;
import io.netty.handler.ssl.util.SimpleKeyManagerFactory;
import java.net.Socket;
import java.security.KeyStore;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.ManagerFactoryParameters;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedKeyManager;
import org.jspecify.annotations.Nullable;

/**
 * The client's certificate and key, or none, for servers that ask. It is shown whatever authorities
 * a server says it trusts: the server shall judge.
 */
final class IdentityKeys extends X509ExtendedKeyManager {
  private static final String ALIAS = "client";
  private final @Nullable PrivateKey key;
  private final X509Certificate[] chain;
  private volatile boolean askedFor;

  private IdentityKeys(@Nullable PrivateKey key, List<X509Certificate> chain) {
    this.key = key;
    this.chain = chain.toArray(X509Certificate[]::new);
  }

  static IdentityKeys none() {
    return new IdentityKeys(null, List.of());
  }

  static IdentityKeys of(PrivateKey key, List<X509Certificate> chain) {
    return new IdentityKeys(key, chain);
  }

  /** Whether a server has asked for a client's certificate. */
  boolean wasAskedFor() {
    return askedFor;
  }

  /**
   * As providers take it. BoringSSL's keeps what it has made of the key.
   *
   * @throws IllegalArgumentException if the key is of a kind that Netty's BoringSSL never shows
   */
  KeyManagerFactory factory(TlsProvider provider) {
    if (provider == TlsProvider.BORINGSSL && key != null && key.getAlgorithm().equals("EdDSA")) {
      throw new IllegalArgumentException(
          "BoringSSL does not sign with the client's key, which is EdDSA:"
              + " use the Java runtime's TLS");
    }
    KeyManagerFactory factory = new Factory(this);
    return provider == TlsProvider.BORINGSSL
        ? new OpenSslCachingX509KeyManagerFactory(factory)
        : factory;
  }

  @Override
  public @Nullable String chooseEngineClientAlias(
      String[] keyTypes, Principal @Nullable [] issuers, @Nullable SSLEngine engine) {
    return choose(keyTypes);
  }

  @Override
  public @Nullable String chooseClientAlias(
      String[] keyTypes, Principal @Nullable [] issuers, @Nullable Socket socket) {
    return choose(keyTypes);
  }

  /** Key types are algorithms, in BoringSSL's case with that of the issuer: {@code EC_RSA}. */
  private @Nullable String choose(String[] keyTypes) {
    askedFor = true;
    if (key != null) {
      String algorithm = key.getAlgorithm();
      for (String type : keyTypes) {
        if (type.equals(algorithm) || type.startsWith(algorithm + "_")) {
          return ALIAS;
        }
      }
    }
    return null;
  }

  @Override
  public X509Certificate @Nullable [] getCertificateChain(String alias) {
    return key == null ? null : chain.clone();
  }

  @Override
  public @Nullable PrivateKey getPrivateKey(String alias) {
    return key;
  }

  @Override
  public String @Nullable [] getClientAliases(String keyType, Principal @Nullable [] issuers) {
    return key == null ? null : new String[] {ALIAS};
  }

  @Override
  public String @Nullable [] getServerAliases(String keyType, Principal @Nullable [] issuers) {
    return null;
  }

  @Override
  public @Nullable String chooseServerAlias(
      String keyType, Principal @Nullable [] issuers, @Nullable Socket socket) {
    return null;
  }

  private static final class Factory extends SimpleKeyManagerFactory {
    private final KeyManager keys;

    Factory(KeyManager keys) {
      this.keys = keys;
    }

    @Override
    protected void engineInit(KeyStore store, char[] password) {}

    @Override
    protected void engineInit(ManagerFactoryParameters parameters) {}

    @Override
    protected KeyManager[] engineGetKeyManagers() {
      return new KeyManager[] {keys};
    }
  }
}
