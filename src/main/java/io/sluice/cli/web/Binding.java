package io.sluice.cli.web;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a server listens.
 *
 * @param address one of this machine, or the wildcard address
 * @param port 0 for any free one
 */
public record Binding(InetAddress address, int port) {
  private static final Pattern TEXT = Pattern.compile("(?:(\\[[^\\]]+]|[^:\\[\\]]+):)?(\\d{1,5})");
  private static final int LAST_PORT = 65_535;

  public Binding {
    if (port < 0 || port > LAST_PORT) {
      throw new IllegalArgumentException("a port must be from 0 to 65535, was " + port);
    }
  }

  /** A port of the loopback address. */
  public static Binding loopback(int port) {
    return new Binding(InetAddress.getLoopbackAddress(), port);
  }

  /**
   * Reads {@code [HOST:]PORT}: {@code 8080}, {@code 0.0.0.0:8080}, {@code [::1]:0}. Without a host
   * it is the loopback address.
   *
   * @throws IllegalArgumentException with the rule and the text
   */
  public static Binding parse(String text) {
    Matcher parts = TEXT.matcher(text.strip());
    if (!parts.matches()) {
      throw new IllegalArgumentException(
          "expected [HOST:]PORT such as 8080 or 0.0.0.0:8080, was '" + text + "'");
    }
    int port = Integer.parseInt(parts.group(2));
    String host = parts.group(1);
    return host == null ? loopback(port) : new Binding(address(host), port);
  }

  private static InetAddress address(String host) {
    try {
      return InetAddress.getByName(host);
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException("there is no host '" + host + "'", e);
    }
  }

  /** Whether only this machine can reach it. */
  public boolean isLoopback() {
    return address.isLoopbackAddress();
  }

  InetSocketAddress socketAddress() {
    return new InetSocketAddress(address, port);
  }
}
