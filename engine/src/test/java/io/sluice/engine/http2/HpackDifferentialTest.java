package io.sluice.engine.http2;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http2.DefaultHttp2Headers;
import io.netty.handler.codec.http2.DefaultHttp2HeadersDecoder;
import io.netty.handler.codec.http2.DefaultHttp2HeadersEncoder;
import io.netty.handler.codec.http2.Http2Headers;
import io.netty.handler.codec.http2.Http2HeadersEncoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Our compression of headers beside Netty's, over connections with a history. */
class HpackDifferentialTest {
  private static final int CONNECTIONS = 120;
  private static final int BLOCKS = 60;
  private static final String[] NAMES = {
    ":method",
    ":path",
    "accept",
    "age",
    "authorization",
    "cache-control",
    "content-length",
    "content-type",
    "cookie",
    "date",
    "etag",
    "location",
    "server",
    "set-cookie",
    "vary",
    "x-a",
    "x-request-id",
    "x-frame-options",
    "strict-transport-security",
    "a-name-that-is-longer-than-most-of-the-names-that-are-found-in-practice"
  };
  private static final String[] VALUES = {
    "",
    "/",
    "GET",
    "POST",
    "0",
    "200",
    "gzip, deflate",
    "private",
    "Mon, 21 Oct 2013 20:13:21 GMT",
    "text/html; charset=utf-8",
    "DENY",
    "max-age=31536000; includeSubDomains"
  };

  private static final List<String> PASSED = List.of(NAMES);

  private record Line(String name, String value, boolean secret) {}

  private static List<Line> lines(Random random) {
    List<Line> lines = new ArrayList<>();
    int count = random.nextInt(12);
    for (int i = 0; i < count; i++) {
      String name = NAMES[random.nextInt(NAMES.length)];
      lines.add(new Line(name, value(random), random.nextInt(10) == 0));
    }
    // Netty wants pseudo-fields first.
    lines.sort((a, b) -> Boolean.compare(b.name.startsWith(":"), a.name.startsWith(":")));
    return lines;
  }

  private static String value(Random random) {
    if (random.nextInt(3) > 0) {
      return VALUES[random.nextInt(VALUES.length)];
    }
    int length = random.nextInt(10) == 0 ? random.nextInt(2_000) : random.nextInt(40);
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < length; i++) {
      text.append(
          (char) (random.nextInt(8) == 0 ? 128 + random.nextInt(128) : '!' + random.nextInt(94)));
    }
    return text.toString();
  }

  @Test
  void ourDecoderReadsWhatNettyWrites() throws Exception {
    Random random = new Random(20_260_101);
    for (int connection = 0; connection < CONNECTIONS; connection++) {
      boolean huffman = random.nextBoolean();
      DefaultHttp2HeadersEncoder netty =
          new DefaultHttp2HeadersEncoder(
              (name, value) -> name.length() % 7 == 3, false, 16, huffman ? 0 : 1_000_000);
      Fields all = new Fields(PASSED);
      HeaderDecoder ours = all.decoder(1 << 24);
      Fields some = new Fields(PASSED.subList(3, 9));
      HeaderDecoder oursToo = some.decoder(1 << 24);
      Fields onlooker = new Fields(List.of());
      HeaderDecoder lineDecoder = onlooker.decoder(1 << 24);
      for (int block = 0; block < BLOCKS; block++) {
        if (random.nextInt(8) == 0) {
          netty.configuration().maxHeaderTableSize(random.nextInt(4_097));
        }
        List<Line> lines = lines(random);
        byte[] bytes = encode(netty, lines);
        assertTrue(ours.decode(bytes, 0, bytes.length, all), ours.problem());
        assertEquals(texts(lines), all.take());
        assertTrue(oursToo.decode(bytes, 0, bytes.length, some), oursToo.problem());
        assertEquals(
            texts(lines).stream().filter(HpackDifferentialTest::isOneOfSome).toList(),
            some.take().stream().filter(HpackDifferentialTest::isOneOfSome).toList());
        lines(random, bytes, texts(lines), onlooker, lineDecoder);
        assertTrue(ours.table().held() <= 4 * 4_096 + 128);
      }
    }
  }

  /** Lines are wanted of some blocks only, and refer to fields of those before. */
  private static void lines(
      Random random, byte[] bytes, List<String> fields, Fields onlooker, HeaderDecoder decoder) {
    onlooker.lines = random.nextInt(4) == 0;
    assertTrue(decoder.decode(bytes, 0, bytes.length, onlooker), decoder.problem());
    boolean asked = onlooker.lines && fields.stream().anyMatch(field -> field.startsWith(":"));
    assertEquals(
        fields.stream()
            .filter(field -> asked && !field.startsWith(":"))
            .map(field -> field.replaceFirst(": ", "= "))
            .toList(),
        onlooker.take().stream()
            .filter(text -> text.contains("= "))
            .filter(HpackDifferentialTest::isLine)
            .toList());
  }

  private static boolean isLine(String text) {
    return List.of(NAMES).contains(text.substring(0, Math.max(0, text.indexOf("= "))));
  }

  private static boolean isOneOfSome(String text) {
    return PASSED.subList(3, 9).contains(text.substring(0, Math.max(0, text.indexOf(": "))));
  }

  private static byte[] encode(Http2HeadersEncoder netty, List<Line> lines) throws Exception {
    Http2Headers headers = new DefaultHttp2Headers(false);
    lines.forEach(line -> headers.add(line.name, line.value));
    ByteBuf out = Unpooled.buffer();
    netty.encodeHeaders(3, headers, out);
    byte[] bytes = new byte[out.readableBytes()];
    out.readBytes(bytes);
    return bytes;
  }

  /** Netty groups fields of one name. */
  private static List<String> texts(List<Line> lines) {
    Http2Headers headers = new DefaultHttp2Headers(false);
    lines.forEach(line -> headers.add(line.name, line.value));
    List<String> texts = new ArrayList<>();
    headers.forEach(entry -> texts.add(entry.getKey() + ": " + entry.getValue()));
    return texts;
  }

  @Test
  void nettyReadsWhatOurEncoderWrites() throws Exception {
    Random random = new Random(20_260_102);
    for (int connection = 0; connection < CONNECTIONS; connection++) {
      DefaultHttp2HeadersDecoder netty = new DefaultHttp2HeadersDecoder(false, 1 << 24);
      HeaderEncoder ours = new HeaderEncoder();
      FrameWriter out = new FrameWriter();
      List<List<Line>> known = new ArrayList<>();
      List<List<byte[]>> arrays = new ArrayList<>();
      for (int block = 0; block < BLOCKS; block++) {
        if (random.nextInt(15) == 0) {
          int size = random.nextInt(6_000);
          netty.configuration().maxHeaderTableSize(size);
          ours.limitTable(size);
        }
        int which = random.nextInt(known.size() + 1);
        if (which == known.size()) {
          List<Line> fresh = lines(random);
          known.add(fresh);
          arrays.add(fresh.stream().map(l -> Fields.ascii(l.name)).toList());
          arrays.add(fresh.stream().map(l -> Fields.ascii(l.value)).toList());
        }
        List<Line> lines = known.get(which);
        ours.begin(out);
        for (int i = 0; i < lines.size(); i++) {
          byte[] value = arrays.get(2 * which + 1).get(i);
          boolean constant = !lines.get(i).secret;
          ours.field(arrays.get(2 * which).get(i), value, value.length, constant, out);
        }
        ByteBuf bytes = Unpooled.copiedBuffer(out.bytes(), 0, out.length());
        out.clear();
        List<String> read = new ArrayList<>();
        netty
            .decodeHeaders(1, bytes)
            .forEach(entry -> read.add(entry.getKey() + ": " + entry.getValue()));
        assertEquals(texts(lines), read);
      }
    }
  }
}
