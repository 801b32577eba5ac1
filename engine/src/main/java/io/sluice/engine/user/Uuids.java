package io.sluice.engine.user;

import io.sluice.model.plan.TextBuffer;

/** Random UUIDs of version 4 (RFC 9562 section 5.4) from a user's own stream. */
final class Uuids {
  private static final String HEX = "0123456789abcdef";

  private Uuids() {}

  static void append(VirtualUser user, TextBuffer out) {
    long high = (user.nextRandom() & ~0xF000L) | 0x4000L;
    long low = (user.nextRandom() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
    hex(high, 64, 32, out);
    out.append((byte) '-');
    hex(high, 32, 16, out);
    out.append((byte) '-');
    hex(high, 16, 0, out);
    out.append((byte) '-');
    hex(low, 64, 48, out);
    out.append((byte) '-');
    hex(low, 48, 0, out);
  }

  private static void hex(long bits, int from, int to, TextBuffer out) {
    for (int shift = from - 4; shift >= to; shift -= 4) {
      out.append((byte) HEX.charAt((int) (bits >>> shift) & 15));
    }
  }
}
