package io.sluice.storefront;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandler;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.compression.BrotliDecoder;
import io.netty.handler.codec.compression.JdkZlibDecoder;
import io.netty.handler.codec.compression.ZlibWrapper;
import io.netty.handler.codec.compression.ZstdDecoder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Bodies are compressed when, and as, the request asks for it. */
@ParameterizedClass
@EnumSource(names = {"PLAIN_HTTP_1", "TLS_HTTP_2"})
final class CompressionTest {
  private final Wire wire;
  private Storefront storefront;
  private HttpClient client;

  CompressionTest(Wire wire) {
    this.wire = wire;
  }

  @BeforeEach
  void open() {
    storefront = wire.start(StorefrontOptions.defaults());
    client = wire.http();
  }

  @AfterEach
  void close() {
    client.close();
    storefront.close();
  }

  @ParameterizedTest
  @CsvSource({
    "gzip, /", "br, /", "zstd, /",
    "gzip, /health", "br, /health", "zstd, /health",
    "gzip, /assets/shop.css", "br, /nowhere", "zstd, /cart",
  })
  void decodedBodyIsThePlainBody(String coding, String path) throws Exception {
    HttpResponse<byte[]> plain = get(path, "");
    assertEquals("", header(plain, "Content-Encoding"));
    for (int i = 0; i < 2; i++) {
      HttpResponse<byte[]> coded = get(path, coding);
      assertEquals(plain.statusCode(), coded.statusCode());
      assertEquals(coding, header(coded, "Content-Encoding"));
      assertEquals("accept-encoding", header(coded, "Vary"));
      assertEquals(header(plain, "Content-Type"), header(coded, "Content-Type"));
      assertEquals(Integer.toString(coded.body().length), header(coded, "Content-Length"));
      assertArrayEquals(plain.body(), decoded(coding, coded.body()));
    }
  }

  @Test
  void pageBecomesSmaller() throws Exception {
    int plain = get("/", "").body().length;
    for (String coding : new String[] {"gzip", "br", "zstd"}) {
      int coded = get("/", coding).body().length;
      assertTrue(coded * 3 < plain, () -> coding + ": " + coded + " of " + plain);
    }
  }

  @Test
  void unknownCodingIsNotUsed() throws Exception {
    assertEquals("", header(get("/", "compress, deflate"), "Content-Encoding"));
  }

  private HttpResponse<byte[]> get(String path, String acceptEncoding)
      throws IOException, InterruptedException {
    HttpRequest.Builder request = HttpRequest.newBuilder(storefront.baseUri().resolve(path));
    if (!acceptEncoding.isEmpty()) {
      request.header("Accept-Encoding", acceptEncoding);
    }
    return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
  }

  private static String header(HttpResponse<?> response, String name) {
    return response.headers().firstValue(name).orElse("");
  }

  private static byte[] decoded(String coding, byte[] coded) {
    EmbeddedChannel decoder = new EmbeddedChannel(decoder(coding));
    decoder.writeInbound(Unpooled.wrappedBuffer(coded));
    decoder.finish();
    ByteArrayOutputStream plain = new ByteArrayOutputStream();
    for (ByteBuf part = decoder.readInbound(); part != null; part = decoder.readInbound()) {
      plain.writeBytes(ByteBufUtil.getBytes(part));
      part.release();
    }
    return plain.toByteArray();
  }

  private static ChannelHandler decoder(String coding) {
    return switch (coding) {
      case "gzip" -> new JdkZlibDecoder(ZlibWrapper.GZIP, 0);
      case "br" -> new BrotliDecoder();
      case "zstd" -> new ZstdDecoder();
      default -> throw new IllegalArgumentException(coding);
    };
  }
}
