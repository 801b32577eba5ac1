package io.sluice.k6.options;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;

/**
 * The addresses that users send from, one after the other.
 *
 * <pre>
 *  pool  = range { "," range }
 *  range = address | address "-" address | address "/" prefix
 * </pre>
 */
public final class IpPool {
  /** No addresses: the operating system chooses. */
  public static final IpPool EMPTY = new IpPool(List.of());

  private record Range(BigInteger first, BigInteger count, int bytes) {}

  private final List<Range> ranges;
  private final BigInteger size;

  private IpPool(List<Range> ranges) {
    this.ranges = List.copyOf(ranges);
    this.size = ranges.stream().map(Range::count).reduce(BigInteger.ZERO, BigInteger::add);
  }

  /**
   * The pool of a text.
   *
   * @throws IllegalArgumentException if it is none; the message says what was expected
   */
  public static IpPool parse(String text) {
    List<Range> ranges = new ArrayList<>();
    for (String range : text.split(",", -1)) {
      ranges.add(range(range.strip(), text));
    }
    return new IpPool(ranges);
  }

  private static Range range(String range, String text) {
    try {
      if (range.indexOf('/') > 0) {
        IpNet net = IpNet.parse(range);
        int bytes = net.base().getAddress().length;
        int free = bytes * 8 - net.prefixBits();
        BigInteger first = number(net.base()).shiftRight(free).shiftLeft(free);
        return new Range(first, BigInteger.ONE.shiftLeft(free), bytes);
      }
      int dash = range.indexOf('-');
      InetAddress from = InetAddress.ofLiteral(dash < 0 ? range : range.substring(0, dash));
      InetAddress to = dash < 0 ? from : InetAddress.ofLiteral(range.substring(dash + 1));
      BigInteger count = number(to).subtract(number(from)).add(BigInteger.ONE);
      if (count.signum() > 0 && from.getAddress().length == to.getAddress().length) {
        return new Range(number(from), count, from.getAddress().length);
      }
    } catch (IllegalArgumentException e) {
      // said below
    }
    throw new IllegalArgumentException(
        "expected addresses, ranges and blocks such as '192.168.0.10-192.168.0.25,fd:1::0/120',"
            + " was '"
            + text
            + "'");
  }

  private static BigInteger number(InetAddress address) {
    return new BigInteger(1, address.getAddress());
  }

  /** Whether there is none. */
  public boolean isEmpty() {
    return ranges.isEmpty();
  }

  /**
   * The address of a user; after the last comes the first again.
   *
   * @param index from 0
   */
  public InetAddress at(long index) {
    if (isEmpty()) {
      throw new IllegalStateException("no addresses");
    }
    BigInteger rest = BigInteger.valueOf(index).mod(size);
    for (Range range : ranges) {
      if (rest.compareTo(range.count()) < 0) {
        return address(range.first().add(rest), range.bytes());
      }
      rest = rest.subtract(range.count());
    }
    throw new AssertionError(rest);
  }

  /** The addresses of so many users, each once; fewer where there are fewer. */
  public List<InetAddress> first(long users) {
    long count = size.min(BigInteger.valueOf(users)).longValueExact();
    return LongStream.range(0, count).mapToObj(this::at).toList();
  }

  private static InetAddress address(BigInteger number, int bytes) {
    byte[] raw = new byte[bytes];
    byte[] digits = number.toByteArray();
    for (int i = 1; i <= Math.min(bytes, digits.length); i++) {
      raw[bytes - i] = digits[digits.length - i];
    }
    try {
      return InetAddress.getByAddress(raw);
    } catch (UnknownHostException e) {
      throw new IllegalStateException("an address of " + bytes + " bytes", e);
    }
  }
}
