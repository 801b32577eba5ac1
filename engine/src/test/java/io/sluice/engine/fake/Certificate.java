package io.sluice.engine.fake;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import javax.crypto.Cipher;
import javax.crypto.EncryptedPrivateKeyInfo;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import javax.net.ssl.ExtendedSSLSession;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SNIServerName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedKeyManager;
import org.jspecify.annotations.Nullable;

/** A key and its certificate; and a server that shows it. */
public final class Certificate {
  private final PrivateKey key;
  private final X509Certificate[] chain;
  private final AtomicInteger shown = new AtomicInteger();
  private volatile String requestedName = "";

  private Certificate(PrivateKey key, X509Certificate... chain) {
    this.key = key;
    this.chain = chain;
  }

  /**
   * A certificate for localhost that signed itself, valid for days from a day on: -1, yesterday.
   */
  public static Certificate selfSigned(int fromDay, int days) {
    try {
      KeyPair keys = keys("EC", 256);
      CertificateForge own = CertificateForge.of("CN=localhost", keys);
      return new Certificate(
          keys.getPrivate(), own.host("localhost", keys.getPublic(), fromDay, days));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static KeyPair keys(String algorithm, int bits) throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
    generator.initialize(bits);
    return generator.generateKeyPair();
  }

  /** Signs certificates. */
  public static final class Authority {
    private final CertificateForge forge;
    private final X509Certificate own;

    private Authority(CertificateForge forge, X509Certificate own) {
      this.forge = forge;
      this.own = own;
    }

    /** A new one. */
    public static Authority create() {
      try {
        KeyPair keys = keys("EC", 256);
        CertificateForge forge = CertificateForge.of("CN=tests", keys);
        return new Authority(forge, forge.authority(keys.getPublic()));
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException(e);
      }
    }

    /** A server's certificate, valid for days from a day on. */
    public Certificate forHost(String host, int fromDay, int days) {
      try {
        KeyPair keys = keys("EC", 256);
        return new Certificate(
            keys.getPrivate(), forge.host(host, keys.getPublic(), fromDay, days), own);
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException(e);
      }
    }

    /** A client's certificate, with an RSA key. */
    public Certificate forClient(String name) {
      try {
        KeyPair keys = keys("RSA", 2048);
        return new Certificate(keys.getPrivate(), forge.client(name, keys.getPublic()), own);
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException(e);
      }
    }

    /** Its own certificate in a PEM file, with a line of commentary. */
    public Path pem(Path file) throws IOException {
      return Files.writeString(file, "the authority of tests\n" + certificatePem(own));
    }
  }

  /** It and its chain. */
  public String pem() {
    StringBuilder text = new StringBuilder();
    for (X509Certificate certificate : chain) {
      text.append(certificatePem(certificate));
    }
    return text.toString();
  }

  private static String certificatePem(X509Certificate certificate) {
    try {
      return block("CERTIFICATE", certificate.getEncoded());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Its key in PKCS#8. */
  public String keyPem() {
    return block("PRIVATE KEY", key.getEncoded());
  }

  /** Its key in PKCS#8, encrypted as OpenSSL does it (PBES2). */
  public String keyPem(String password) throws GeneralSecurityException, IOException {
    String scheme = "PBEWithHmacSHA256AndAES_256";
    Cipher cipher = Cipher.getInstance(scheme);
    cipher.init(
        Cipher.ENCRYPT_MODE,
        SecretKeyFactory.getInstance(scheme)
            .generateSecret(new PBEKeySpec(password.toCharArray())));
    AlgorithmParameters parameters = AlgorithmParameters.getInstance("PBES2");
    parameters.init(cipher.getParameters().getEncoded());
    byte[] encrypted = cipher.doFinal(key.getEncoded());
    return block(
        "ENCRYPTED PRIVATE KEY", new EncryptedPrivateKeyInfo(parameters, encrypted).getEncoded());
  }

  private static String block(String label, byte[] der) {
    String text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
    return "-----BEGIN %s-----\n%s\n-----END %s-----\n".formatted(label, text, label);
  }

  /** It, its chain and its key in a PKCS#12 file. */
  public Path pkcs12(Path file, String password) throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    store.setKeyEntry("any", key, password.toCharArray(), chain);
    try (var out = Files.newOutputStream(file)) {
      store.store(out, password.toCharArray());
    }
    return file;
  }

  /** A socket that listens with it, on a free port of the loopback address. */
  public ServerSocket listen() throws IOException {
    return listen(_ -> {});
  }

  /**
   * A socket that listens with it, on a free port of the loopback address. Clients' certificates
   * must be signed by the authority that signed this one.
   */
  public ServerSocket listen(Consumer<SSLParameters> settings) throws IOException {
    try {
      KeyStore trusted = KeyStore.getInstance("PKCS12");
      trusted.load(null, null);
      trusted.setCertificateEntry("ca", chain[chain.length - 1]);
      TrustManagerFactory trust =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trust.init(trusted);
      SSLContext tls = SSLContext.getInstance("TLS");
      tls.init(new KeyManager[] {new Keys()}, trust.getTrustManagers(), null);
      SSLServerSocket socket =
          (SSLServerSocket)
              tls.getServerSocketFactory()
                  .createServerSocket(0, 64, InetAddress.getLoopbackAddress());
      SSLParameters parameters = socket.getSSLParameters();
      settings.accept(parameters);
      socket.setSSLParameters(parameters);
      return socket;
    } catch (GeneralSecurityException e) {
      throw new IOException(e);
    }
  }

  /** How many full handshakes servers have made with it: in a resumed one it is not shown. */
  public int shown() {
    return shown.get();
  }

  /** The name that the last client asked for (SNI), or empty. */
  public String requestedName() {
    return requestedName;
  }

  private final class Keys extends X509ExtendedKeyManager {
    @Override
    public @Nullable String chooseServerAlias(String keyType, Principal[] issuers, Socket socket) {
      if (!keyType.equals(key.getAlgorithm())) {
        return null;
      }
      if (((SSLSocket) socket).getHandshakeSession() instanceof ExtendedSSLSession session) {
        List<SNIServerName> names = session.getRequestedServerNames();
        requestedName = names.isEmpty() ? "" : name(names.getFirst());
        shown.incrementAndGet();
      } // else it reads a ticket that it gave out, and makes sure that it still has the same key
      return "server";
    }

    private static String name(SNIServerName name) {
      return new SNIHostName(name.getEncoded()).getAsciiName();
    }

    @Override
    public PrivateKey getPrivateKey(String alias) {
      return key;
    }

    @Override
    public X509Certificate[] getCertificateChain(String alias) {
      return chain;
    }

    @Override
    public String[] getServerAliases(String keyType, Principal[] issuers) {
      return new String[] {"server"};
    }

    @Override
    public String @Nullable [] getClientAliases(String keyType, Principal[] issuers) {
      return null;
    }

    @Override
    public @Nullable String chooseClientAlias(
        String[] keyType, Principal[] issuers, Socket socket) {
      return null;
    }
  }
}
