package io.sluice.engine.netty;

import io.netty.handler.ssl.OpenSsl;
import io.netty.handler.ssl.SslProvider;
import io.sluice.model.plan.Network;
import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** What encrypts. */
enum TlsProvider {
  BORINGSSL(SslProvider.OPENSSL_REFCNT),
  JDK(SslProvider.JDK);

  private static final String BORINGSSL_VERSION =
      "META-INF/maven/io.netty/netty-tcnative-classes/pom.properties";
  private final SslProvider netty;

  TlsProvider(SslProvider netty) {
    this.netty = netty;
  }

  /**
   * The one that a plan asks for.
   *
   * @throws IllegalArgumentException if it is BoringSSL, which cannot be loaded here
   */
  static TlsProvider of(Network.Tls.Engine engine) {
    return engine == Network.Tls.Engine.JDK ? JDK : of(engine, OpenSsl.unavailabilityCause());
  }

  /** The same, where BoringSSL is missing for a cause, or there. */
  static TlsProvider of(Network.Tls.Engine engine, @Nullable Throwable missing) {
    return switch (engine) {
      case JDK -> JDK;
      case AUTO -> missing == null ? BORINGSSL : JDK;
      case BORINGSSL -> {
        if (missing != null) {
          throw new IllegalArgumentException(
              "BoringSSL cannot be loaded on this machine (%s): use the Java runtime's TLS"
                  .formatted(missing.getMessage()),
              missing);
        }
        yield BORINGSSL;
      }
    };
  }

  SslProvider netty() {
    return netty;
  }

  /** Its name and version. */
  String title() {
    return switch (this) {
      case JDK -> "jdk " + Runtime.version();
      case BORINGSSL -> "boringssl" + version();
    };
  }

  /** BoringSSL has no versions; the library that carries it has. */
  private static String version() {
    Properties properties = new Properties();
    try (InputStream in = OpenSsl.class.getClassLoader().getResourceAsStream(BORINGSSL_VERSION)) {
      if (in != null) {
        properties.load(in);
      }
    } catch (IOException e) {
      return "";
    }
    String version = properties.getProperty("version");
    return version == null ? "" : " (netty-tcnative " + version + ")";
  }
}
