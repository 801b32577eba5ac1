package io.sluice.engine.user;

import io.sluice.model.plan.TextBuffer;

/** Random UUIDs of version 4 (RFC 9562 section 5.4) from a user's own stream. */
final class Uuids {
  private Uuids() {}

  static void append(VirtualUser user, TextBuffer out) {
    long high = (user.nextRandom() & ~0xF000L) | 0x4000L;
    long low = (user.nextRandom() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
    Hex.append(high, 64, 32, out);
    out.append((byte) '-');
    Hex.append(high, 32, 16, out);
    out.append((byte) '-');
    Hex.append(high, 16, 0, out);
    out.append((byte) '-');
    Hex.append(low, 64, 48, out);
    out.append((byte) '-');
    Hex.append(low, 48, 0, out);
  }
}
