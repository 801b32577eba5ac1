package io.sluice.engine.http2;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class HeaderEncoderTest {
  private static final byte[] METHOD = Fields.ascii(":method");
  private static final byte[] SCHEME = Fields.ascii(":scheme");
  private static final byte[] PATH = Fields.ascii(":path");
  private static final byte[] AUTHORITY = Fields.ascii(":authority");
  private static final byte[] GET = Fields.ascii("GET");
  private static final byte[] HTTP = Fields.ascii("http");
  private static final byte[] ROOT = Fields.ascii("/");
  private static final byte[] EXAMPLE = Fields.ascii("www.example.com");

  private final HeaderEncoder encoder = new HeaderEncoder();
  private final FrameWriter out = new FrameWriter();

  private void constant(byte[] name, byte[] value) {
    encoder.field(name, value, value.length, true, out);
  }

  private void varying(byte[] name, String value) {
    byte[] bytes = Fields.ascii(value);
    encoder.field(name, bytes, bytes.length, false, out);
  }

  private String written() {
    String hex = HexFormat.of().formatHex(out.bytes(), 0, out.length());
    out.clear();
    return hex;
  }

  @Test
  void requestsAsTheStandardWritesThem() { // RFC 7541 C.4
    encoder.begin(out);
    constant(METHOD, GET);
    constant(SCHEME, HTTP);
    constant(PATH, ROOT);
    constant(AUTHORITY, EXAMPLE);
    assertEquals("828684418cf1e3c2e5f23a6ba0ab90f4ff", written());
    constant(METHOD, GET);
    constant(SCHEME, HTTP);
    constant(PATH, ROOT);
    constant(AUTHORITY, EXAMPLE);
    constant(Fields.ascii("cache-control"), Fields.ascii("no-cache"));
    assertEquals("828684be5886a8eb10649cbf", written());
    constant(METHOD, GET);
    constant(SCHEME, Fields.ascii("https"));
    constant(PATH, Fields.ascii("/index.html"));
    constant(AUTHORITY, EXAMPLE);
    constant(Fields.ascii("custom-key"), Fields.ascii("custom-value"));
    assertEquals("828785bf408825a849e95ba97d7f8925a849e95bb8e8b4bf", written());
  }

  @Test
  void otherArraysWithTheSameBytesAreTheSameField() {
    constant(AUTHORITY, EXAMPLE);
    written();
    constant(AUTHORITY.clone(), EXAMPLE.clone());
    assertEquals("be", written());
  }

  @Test
  void anArrayUsedAgainForAnotherValueIsAnotherField() {
    byte[] scratch = EXAMPLE.clone();
    constant(AUTHORITY, scratch);
    written();
    scratch[0] = 'x';
    constant(AUTHORITY, scratch);
    assertEquals("418c", written().substring(0, 4));
    encoder.field(AUTHORITY, scratch, 3, true, out);
    assertEquals("41", written().substring(0, 2));
    scratch[0] = 'w';
    constant(AUTHORITY, scratch);
    assertEquals("c0", written());
  }

  @Test
  void varyingFieldsAreNotIndexedAndSecretsNever() {
    varying(PATH, "/1");
    assertEquals("04022f31", written());
    varying(Fields.ascii("authorization"), "x");
    assertEquals("1f080178", written());
    varying(Fields.ascii("cookie"), "x");
    assertEquals("1f110178", written());
    varying(Fields.ascii("x-a"), "y");
    assertEquals("00", written().substring(0, 2));
  }

  @Test
  void whatDoesNotFitIsWrittenOut() {
    byte[] name = Fields.ascii("x-long");
    byte[] first = new byte[4_000];
    byte[] second = new byte[100];
    Arrays.fill(first, (byte) 'a');
    Arrays.fill(second, (byte) 'b');
    constant(name, first);
    assertEquals("40", written().substring(0, 2));
    constant(name, second);
    String literal = written();
    assertEquals("00", literal.substring(0, 2));
    constant(name, second);
    assertEquals(literal, written());
    constant(name, first);
    assertEquals("be", written());
  }

  @Test
  void aSmallerTableBeginsAnew() {
    constant(AUTHORITY, EXAMPLE);
    encoder.limitTable(100);
    encoder.limitTable(56);
    written();
    encoder.begin(out);
    constant(AUTHORITY, EXAMPLE);
    assertEquals("203f19" + "018cf1e3c2e5f23a6ba0ab90f4ff", written()); // it takes 57 bytes
    encoder.limitTable(1 << 20);
    encoder.begin(out);
    constant(AUTHORITY, EXAMPLE);
    assertEquals("203fe11f" + "418cf1e3c2e5f23a6ba0ab90f4ff", written());
    encoder.begin(out);
    constant(AUTHORITY, EXAMPLE);
    assertEquals("be", written());
  }

  @Test
  void manyArraysDoNotGrowTheMemoryOfThem() {
    for (int i = 0; i < 10_000; i++) {
      constant(AUTHORITY.clone(), EXAMPLE.clone());
    }
    assertEquals(10_000 - 1 + 15 - 1, out.length());
    out.clear();
    constant(AUTHORITY, EXAMPLE);
    assertEquals("be", written());
  }

  @Test
  void largeIndexes() {
    byte[][] names = new byte[100][];
    for (int i = 0; i < names.length; i++) {
      names[i] = Fields.ascii("n" + i);
      constant(names[i], ROOT);
    }
    written();
    constant(names[0], ROOT);
    assertEquals("ff22", written()); // 61 + 100 = 127 + 34
    assertArrayEquals(new byte[] {'n', '9', '9'}, names[99]);
    constant(names[99], ROOT);
    assertEquals(List.of("be"), List.of(written()));
  }
}
