package io.sluice.scenarios.network;

import io.sluice.model.plan.Network.HostAddress;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads addresses; no name service is asked. */
public final class Addresses {
  /** The most addresses of one range. */
  public static final int MOST = 1_024;

  private static final Pattern RESOLVE =
      Pattern.compile(
          "(?<host>[^:\\s\\[\\]]+|\\[[0-9A-Fa-f:.]+]):(?<port>\\d{1,5}):(?<address>.+)");
  private static final Pattern RANGE = Pattern.compile("([^/]+)/(\\d{1,3})");

  private Addresses() {}

  /**
   * Reads {@code HOST:PORT:ADDRESS}: the addresses that take the place of what the name service
   * says, several parted by commas; those of IPv6 may stand in brackets.
   *
   * @throws IllegalArgumentException with a sentence
   */
  public static List<HostAddress> resolve(String text) {
    Matcher entry = RESOLVE.matcher(text.strip());
    if (!entry.matches()) {
      throw new IllegalArgumentException(
          "expected HOST:PORT:ADDRESS such as shop.example.com:443:10.0.0.7, was '" + text + "'");
    }
    int port = Integer.parseInt(entry.group("port"));
    if (port < 1 || port > 65_535) {
      throw new IllegalArgumentException("port must be 1 to 65535, was " + port);
    }
    String host = unbracketed(entry.group("host")).toLowerCase(Locale.ROOT);
    List<HostAddress> addresses = new ArrayList<>();
    for (String address : entry.group("address").split(",", -1)) {
      String literal = unbracketed(address.strip());
      InetAddress _ = literal(literal);
      addresses.add(new HostAddress(host, port, literal));
    }
    return addresses;
  }

  /**
   * Reads an address, or a range of addresses such as {@code 127.0.0.0/28}: of IPv4 without the
   * network's own and the broadcast address, where it has them; of IPv6 without the first, which is
   * that of the routers (RFC 4291 section 2.6.1).
   *
   * @throws IllegalArgumentException with a sentence
   */
  public static List<String> sources(String text) {
    Matcher range = RANGE.matcher(text.strip());
    if (!range.matches()) {
      return List.of(literal(text.strip()).getHostAddress());
    }
    byte[] address = literal(range.group(1)).getAddress();
    int bits = address.length * 8;
    int prefix = Integer.parseInt(range.group(2));
    if (prefix > bits) {
      throw new IllegalArgumentException(
          "the prefix of a range must be 0 to %d, was %d".formatted(bits, prefix));
    }
    int free = bits - prefix;
    boolean whole = free < 2;
    int last = bits == 32 && !whole ? 1 : 0;
    if (free > 30 || (1 << free) - (whole ? 0 : 1) - last > MOST) {
      throw new IllegalArgumentException(
          "a range must hold at most %d addresses, was '%s'".formatted(MOST, text));
    }
    BigInteger network =
        new BigInteger(1, address).shiftRight(free).shiftLeft(free); // the host's bits cleared
    List<String> all = new ArrayList<>();
    for (int i = whole ? 0 : 1; i < (1 << free) - last; i++) {
      all.add(text(network.add(BigInteger.valueOf(i)), address.length));
    }
    return all;
  }

  private static String text(BigInteger number, int length) {
    byte[] bytes = new byte[length];
    byte[] digits = number.toByteArray(); // one more where the first bit would be a sign
    int shared = Math.min(length, digits.length);
    System.arraycopy(digits, digits.length - shared, bytes, length - shared, shared);
    try {
      return InetAddress.getByAddress(bytes).getHostAddress();
    } catch (UnknownHostException e) {
      throw new IllegalStateException("an address of 4 or 16 bytes is one", e);
    }
  }

  private static String unbracketed(String text) {
    return text.startsWith("[") && text.endsWith("]") ? text.substring(1, text.length() - 1) : text;
  }

  /** The address that a text writes; older short forms such as {@code 127.1} are none. */
  private static InetAddress literal(String text) {
    if (text.indexOf(':') >= 0 || text.matches("\\d{1,3}(\\.\\d{1,3}){3}")) {
      try {
        return InetAddress.ofLiteral(text);
      } catch (IllegalArgumentException e) {
        // said below
      }
    }
    throw new IllegalArgumentException(
        "expected an address such as 10.0.0.7 or ::1, was '" + text + "'");
  }
}
