package io.sluice.engine.wire;

/** Where a request's bytes are written to. */
public interface ByteSink {
  /** Writes one byte. */
  void put(byte b);

  /** Writes bytes. */
  void put(byte[] source, int from, int length);
}
