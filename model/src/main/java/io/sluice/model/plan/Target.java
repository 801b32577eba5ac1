package io.sluice.model.plan;

import java.net.URI;
import java.util.Locale;

/**
 * An origin that requests may be sent to (RFC 6454): scheme, host and port.
 *
 * @param scheme {@code http} or {@code https}
 * @param host name or address, lower case, IPv6 without brackets
 * @param port 1 to 65535
 */
public record Target(String scheme, String host, int port) {
  public Target {
    if (!scheme.equals("http") && !scheme.equals("https")) {
      throw new IllegalArgumentException("scheme must be http or https, was '" + scheme + "'");
    }
    if (host.isEmpty()) {
      throw new IllegalArgumentException("host must not be empty");
    }
    if (port < 1 || port > 65_535) {
      throw new IllegalArgumentException("port must be 1 to 65535, was " + port);
    }
  }

  /**
   * The origin of an absolute URL.
   *
   * @throws IllegalArgumentException if the URL is not absolute http or https
   */
  public static Target of(URI url) {
    String scheme = url.getScheme();
    String host = url.getHost();
    if (scheme == null || host == null) {
      throw new IllegalArgumentException(
          "expected an absolute URL such as https://example.com/path, was '" + url + "'");
    }
    String lower = scheme.toLowerCase(Locale.ROOT);
    int port = url.getPort() >= 0 ? url.getPort() : lower.equals("https") ? 443 : 80;
    String name = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    return new Target(lower, name.toLowerCase(Locale.ROOT), port);
  }

  /** Whether requests to it are encrypted. */
  public boolean secure() {
    return scheme.equals("https");
  }

  /** The value of the {@code Host} header: the port only where it is not the scheme's own. */
  public String authority() {
    String name = host.indexOf(':') >= 0 ? "[" + host + "]" : host;
    return port == (secure() ? 443 : 80) ? name : name + ":" + port;
  }

  @Override
  public String toString() {
    return scheme + "://" + authority();
  }
}
