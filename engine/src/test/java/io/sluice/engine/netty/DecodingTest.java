package io.sluice.engine.netty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandler;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.compression.BrotliEncoder;
import io.netty.handler.codec.compression.JdkZlibEncoder;
import io.netty.handler.codec.compression.ZlibWrapper;
import io.netty.handler.codec.compression.ZstdEncoder;
import io.sluice.engine.fake.Requests;
import io.sluice.engine.wire.Body;
import io.sluice.engine.wire.BodyPool;
import io.sluice.engine.wire.Exchange;
import io.sluice.engine.wire.WantedHeaders;
import io.sluice.model.run.Outcome;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DecodingTest {
  private static final int LIMIT = 100_000;

  private final BodyPool bodies = new BodyPool();
  private final Decoding decoding = new Decoding(bodies, LIMIT);

  private static byte[] encoded(String coding, byte[] plain) {
    ChannelHandler encoder =
        switch (coding) {
          case "gzip", "x-gzip" -> new JdkZlibEncoder(ZlibWrapper.GZIP);
          case "deflate" -> new JdkZlibEncoder(ZlibWrapper.ZLIB);
          case "deflate (raw)" -> new JdkZlibEncoder(ZlibWrapper.NONE);
          case "br" -> new BrotliEncoder();
          case "zstd" -> new ZstdEncoder();
          default -> throw new IllegalArgumentException(coding);
        };
    EmbeddedChannel channel = new EmbeddedChannel(encoder);
    channel.writeOutbound(Unpooled.wrappedBuffer(plain));
    channel.finish();
    ByteBuf all = Unpooled.buffer();
    for (ByteBuf part = channel.readOutbound(); part != null; part = channel.readOutbound()) {
      all.writeBytes(part);
      part.release();
    }
    return ByteBufUtil.getBytes(all);
  }

  private Exchange decoded(String coding, byte[] body) {
    Exchange exchange = new Exchange("user", 1, 2);
    exchange.prepare(Requests.of(new byte[0]), 0, true, false, true, 0, 0);
    exchange.header(WantedHeaders.CONTENT_ENCODING).append(coding);
    exchange.body(bodies).append(body, 0, body.length);
    decoding.decode(exchange);
    return exchange;
  }

  private static String text(Exchange exchange) {
    Body body = exchange.body();
    return body == null
        ? ""
        : new String(body.bytes(), 0, body.length(), StandardCharsets.ISO_8859_1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"gzip", "x-gzip", "deflate", "deflate (raw)", "br", "zstd"})
  void decodes(String coding) {
    String header = coding.startsWith("deflate") ? "Deflate" : coding;
    for (int length : new int[] {1, 20, 5_000, LIMIT}) {
      byte[] plain = new byte[length];
      new Random(length).nextBytes(plain);
      Exchange exchange = decoded(header, encoded(coding, plain));
      assertEquals(Outcome.OK, exchange.outcome(), exchange.detail());
      assertEquals(new String(plain, StandardCharsets.ISO_8859_1), text(exchange));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"gzip", "deflate", "br", "zstd"})
  void aBombIsDefused(String coding) {
    Exchange exchange = decoded(coding, encoded(coding, new byte[50_000_000]));
    assertEquals(Outcome.PROTOCOL_ERROR, exchange.outcome());
    assertEquals("a body of more than 100000 bytes when decoded", exchange.detail());
  }

  @ParameterizedTest
  @ValueSource(strings = {"gzip", "br", "zstd"})
  void whatIsNoSuchCodeIsAProtocolError(String coding) {
    byte[] plain =
        "<html>this is plain text, whatever the header says</html>"
            .getBytes(StandardCharsets.US_ASCII);
    Exchange exchange = decoded(coding, plain);
    assertEquals(Outcome.PROTOCOL_ERROR, exchange.outcome());
    assertEquals("a body that is no " + coding, exchange.detail());
  }

  @Test
  void anUnknownCodeIsAProtocolError() {
    Exchange exchange = decoded("compress", new byte[] {1});
    assertEquals(Outcome.PROTOCOL_ERROR, exchange.outcome());
    assertEquals("a body encoded as 'compress'", exchange.detail());
  }

  @Test
  void whatIsNotEncodedStaysAsItIs() {
    assertEquals("a", text(decoded("identity", new byte[] {'a'})));
    assertEquals("", text(decoded("gzip", new byte[0])));
    assertTrue(decoded("gzip", new byte[0]).outcome() == Outcome.OK);
  }
}
