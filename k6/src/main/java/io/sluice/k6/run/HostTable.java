package io.sluice.k6.run;

import io.sluice.k6.options.HostPattern;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The option {@code hosts}: addresses that take the place of what names say. What names host and
 * port goes before what names the host only, a whole name before one with {@code *}, and of those
 * the longest.
 */
final class HostTable {
  private final Map<String, String> hosts;

  HostTable(Map<String, String> hosts) {
    this.hosts = hosts;
  }

  /** Where connections to a host and port go instead; null for where its name says. */
  @Nullable InetSocketAddress find(String host, int port) {
    String address = match((host.indexOf(':') < 0 ? host : "[" + host + "]") + ":" + port);
    if (address == null) {
      address = match(host);
    }
    return address == null ? null : parse(address, port);
  }

  private @Nullable String match(String name) {
    String best = null;
    for (String pattern : hosts.keySet()) {
      if (HostPattern.matches(pattern, name) && (best == null || goesBefore(pattern, best))) {
        best = pattern;
      }
    }
    return best == null ? null : hosts.get(best);
  }

  private static boolean goesBefore(String pattern, String other) {
    boolean whole = !pattern.startsWith("*");
    return whole == other.startsWith("*") ? whole : pattern.length() > other.length();
  }

  /** {@code 10.0.0.1}, {@code 10.0.0.1:8443}, {@code ::1} or {@code [::1]:8443}. */
  private static InetSocketAddress parse(String text, int port) {
    int colon = text.lastIndexOf(':');
    boolean ported = colon > 0 && (text.startsWith("[") || text.indexOf(':') == colon);
    String address = ported ? text.substring(0, colon).replaceAll("[\\[\\]]", "") : text;
    return new InetSocketAddress(
        InetAddress.ofLiteral(address),
        ported ? Integer.parseInt(text.substring(colon + 1)) : port);
  }
}
