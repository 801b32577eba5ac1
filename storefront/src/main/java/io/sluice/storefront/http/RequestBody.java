package io.sluice.storefront.http;

import io.netty.buffer.ByteBuf;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The body of a request that is being read. Belongs to the connection's event loop. */
final class RequestBody {
  static final int LARGEST_BYTES = 1 << 20;

  private @Nullable ByteArrayOutputStream bytes;

  /** Adds a part; false if the body has become larger than the shop reads. */
  boolean append(ByteBuf part) {
    if (!part.isReadable()) {
      return true;
    }
    ByteArrayOutputStream body = bytes;
    if (body == null) {
      body = new ByteArrayOutputStream(part.readableBytes());
      bytes = body;
    }
    if (body.size() + part.readableBytes() > LARGEST_BYTES) {
      return false;
    }
    byte[] copy = new byte[part.readableBytes()];
    part.getBytes(part.readerIndex(), copy);
    body.writeBytes(copy);
    return true;
  }

  boolean isEmpty() {
    return bytes == null;
  }

  /** All of it, as text in UTF-8; empty if nothing was added. */
  String text() {
    return bytes == null ? "" : bytes.toString(StandardCharsets.UTF_8);
  }
}
