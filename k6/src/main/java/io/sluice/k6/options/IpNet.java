package io.sluice.k6.options;

import java.net.InetAddress;

/**
 * A block of IP addresses.
 *
 * @param base an address in it
 * @param prefixBits how many leading bits all its addresses share
 */
public record IpNet(InetAddress base, int prefixBits) {
  /**
   * A block in CIDR notation.
   *
   * @param text such as {@code 10.0.0.0/8}
   * @throws IllegalArgumentException if it is none; the message says what was expected
   */
  public static IpNet parse(String text) {
    int slash = text.indexOf('/');
    try {
      InetAddress base = InetAddress.ofLiteral(slash < 0 ? "" : text.substring(0, slash));
      int bits = Integer.parseInt(text.substring(slash + 1));
      if (bits >= 0 && bits <= base.getAddress().length * 8) {
        return new IpNet(base, bits);
      }
    } catch (IllegalArgumentException e) {
      // said below
    }
    throw new IllegalArgumentException(
        "expected a block of addresses such as '10.0.0.0/8', was '" + text + "'");
  }

  /** Whether an address is one of the block's. */
  public boolean contains(InetAddress address) {
    byte[] mine = base.getAddress();
    byte[] other = address.getAddress();
    if (mine.length != other.length) {
      return false;
    }
    for (int bit = 0; bit < prefixBits; bit++) {
      int mask = 0x80 >> (bit & 7);
      if ((mine[bit >> 3] & mask) != (other[bit >> 3] & mask)) {
        return false;
      }
    }
    return true;
  }

  @Override
  public String toString() {
    return base.getHostAddress() + "/" + prefixBits;
  }
}
