package io.sluice.engine.netty;

/**
 * Streams that ended before their time: what still comes of them is no error (RFC 9113 section
 * 5.1). The latest ones are known; older ones than the oldest of these get the benefit of doubt.
 */
final class Http2Resets {
  private final int[] latest = new int[64];
  private int count;
  private int forgotten; // no stream above this number is forgotten

  void add(int stream) {
    int slot = count++ & latest.length - 1;
    forgotten = Math.max(forgotten, latest[slot]);
    latest[slot] = stream;
  }

  boolean contains(int stream) {
    if (stream <= forgotten) {
      return true;
    }
    for (int known : latest) {
      if (known == stream) {
        return true;
      }
    }
    return false;
  }
}
