package io.sluice.engine.netty;

import io.netty.util.NetUtil;
import io.sluice.model.plan.Target;
import java.util.List;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import org.jspecify.annotations.Nullable;

/** The name that a connection shows to the server (SNI, RFC 6066 section 3). */
final class TlsServerName {
  private TlsServerName() {}

  /** Makes an engine show it. Names with a dot inside it shows by itself. */
  static void show(Target target, SSLEngine engine) {
    String host = target.host();
    if (host.indexOf('.') > 0 && !host.endsWith(".")) {
      return;
    }
    SNIHostName name = of(host);
    if (name != null) {
      SSLParameters parameters = engine.getSSLParameters();
      parameters.setServerNames(List.of(name));
      engine.setSSLParameters(parameters);
    }
  }

  private static @Nullable SNIHostName of(String host) {
    if (NetUtil.isValidIpV6Address(host)) {
      return null;
    }
    try {
      return new SNIHostName(host.endsWith(".") ? host.substring(0, host.length() - 1) : host);
    } catch (IllegalArgumentException e) {
      return null; // no host name by RFC 1123: servers cannot be asked for it
    }
  }
}
