package io.sluice.engine.netty;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.sluice.engine.wire.ByteSink;

/** Writes a request straight into a connection's buffer. One per wire. */
final class BufferSink implements ByteSink {
  private ByteBuf buffer = Unpooled.EMPTY_BUFFER;

  BufferSink into(ByteBuf target) {
    buffer = target;
    return this;
  }

  @Override
  public void put(byte b) {
    buffer.writeByte(b);
  }

  @Override
  public void put(byte[] source, int from, int length) {
    buffer.writeBytes(source, from, length);
  }
}
