package io.sluice.engine.wire;

/** Writes the bytes of an exchange's request. */
@FunctionalInterface
public interface RequestWriter {
  /** Writes the complete request; called again where it must be sent once more. */
  void write(Exchange exchange, ByteSink sink);
}
