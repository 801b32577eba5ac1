package io.sluice.engine.http2;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeaderDecoderTest {
  private static final List<String> ALL =
      List.of(
          ":method",
          ":scheme",
          ":path",
          ":authority",
          ":status",
          "cache-control",
          "custom-key",
          "date",
          "location",
          "content-encoding",
          "set-cookie");

  private final Fields fields = new Fields(ALL);
  private final HeaderDecoder decoder = fields.decoder(65_536);

  private List<String> decode(String hex) {
    byte[] block = Fields.hex(hex);
    assertTrue(decoder.decode(block, 0, block.length, fields), decoder.problem());
    return fields.take();
  }

  @Test
  void requestsWithoutHuffman() { // RFC 7541 C.3
    assertEquals(
        List.of(":method: GET", ":scheme: http", ":path: /", ":authority: www.example.com"),
        decode("8286 8441 0f77 7777 2e65 7861 6d70 6c65 2e63 6f6d"));
    assertEquals(
        List.of(
            ":method: GET",
            ":scheme: http",
            ":path: /",
            ":authority: www.example.com",
            "cache-control: no-cache"),
        decode("8286 84be 5808 6e6f 2d63 6163 6865"));
    assertEquals(
        List.of(
            ":method: GET",
            ":scheme: https",
            ":path: /index.html",
            ":authority: www.example.com",
            "custom-key: custom-value"),
        decode("8287 85bf 400a 6375 7374 6f6d 2d6b 6579 0c63 7573 746f 6d2d 7661 6c75 65"));
    assertEquals(3, decoder.table().count());
  }

  @Test
  void requestsWithHuffman() { // RFC 7541 C.4
    assertEquals(4, decode("8286 8441 8cf1 e3c2 e5f2 3a6b a0ab 90f4 ff").size());
    assertEquals(5, decode("8286 84be 5886 a8eb 1064 9cbf").size());
    assertEquals(
        "custom-key: custom-value",
        decode("8287 85bf 4088 25a8 49e9 5ba9 7d7f 8925 a849 e95b b8e8 b4bf").getLast());
  }

  @Test
  void responsesThatEvict() { // RFC 7541 C.6, whose table has 256 bytes
    List<String> first =
        decode(
            "3fe1 01"
                + "4882 6402 5885 aec3 771a 4b61 96d0 7abe 9410 54d4 44a8 2005 9504 0b81 66e0 82a6"
                + "2d1b ff6e 919d 29ad 1718 63c7 8f0b 97c8 e9ae 82ae 43d3");
    assertEquals(
        List.of(
            ":status: 302",
            "cache-control: private",
            "date: Mon, 21 Oct 2013 20:13:21 GMT",
            "location: https://www.example.com"),
        first);
    assertEquals(222, decoder.listSize());
    assertEquals(4, decode("4883 640e ffc1 c0bf").size());
    assertEquals(
        List.of(
            ":status: 200",
            "cache-control: private",
            "date: Mon, 21 Oct 2013 20:13:22 GMT",
            "location: https://www.example.com",
            "content-encoding: gzip",
            "set-cookie: foo=ASDJKHQKBZXOQWEOPIUAXQWEOIU; max-age=3600; version=1"),
        decode(
            "88c1 6196 d07a be94 1054 d444 a820 0595 040b 8166 e084 a62d 1bff c05a 839b d9ab 77ad"
                + "94e7 821d d7f2 e6c7 b335 dfdf cd5b 3960 d5af 2708 7f36 72c1 ab27 0fb5 291f 9587"
                + "3160 65c0 03ed 4ee5 b106 3d50 07"));
    assertEquals(3, decoder.table().count());
  }

  @ParameterizedTest
  @CsvSource({
    "80, a field with index 0",
    "be, no field has index 62",
    "7f00 00, no field has index 63",
    "40, the header block ends within a field",
    "4003 6162, a string is longer than its header block",
    "4001 61, the header block ends within a field",
    "407f ffff ffff ff01, an integer is malformed or too large",
    "ff, an integer is malformed or too large",
    "ffff ffff ff0f, an integer is malformed or too large",
    "5881 ff, malformed Huffman coding",
    "3fe2 1f, 'a header table of 4097 bytes, more than the 4096 given'",
    "8220, a table size update behind a field"
  })
  void whatCannotBeRead(String hex, String problem) {
    byte[] block = Fields.hex(hex);
    assertFalse(decoder.decode(block, 0, block.length, fields));
    assertEquals(problem, decoder.problem());
  }

  @Test
  void anEntryLargerThanTheTableEmptiesIt() {
    assertEquals(1, decode("4001 6101 62 82").size());
    assertEquals(1, decoder.table().count());
    decode("20 3f01 400161 0162"); // 0, then 32 bytes; the field needs 34
    assertEquals(0, decoder.table().count());
  }

  @Test
  void unwantedValuesTakeNoMoreThanTheTableMay() {
    Fields none = new Fields(List.of());
    HeaderDecoder few = none.decoder(65_536);
    byte[] block = Fields.hex("88 6196d07abe941054d444a8200595040b8166e084a62d1bff 5803616263");
    for (int i = 0; i < 100; i++) {
      assertTrue(few.decode(block, 0, block.length, none));
    }
    assertEquals(100, none.take().size()); // :status each time
    assertTrue(few.table().held() <= 4 * HeaderDecoder.TABLE_SIZE + 128);
    assertTrue(few.table().count() > 50);
  }

  @Test
  void aBombIsCountedAndNotPassedOn() {
    Fields wanted = new Fields(List.of("custom-key"));
    HeaderDecoder small = wanted.decoder(1_000);
    byte[] bomb = new byte[1_000];
    byte[] entry = Fields.hex("400a 6375 7374 6f6d 2d6b 6579 0c63 7573 746f 6d2d 7661 6c75 65");
    System.arraycopy(entry, 0, bomb, 0, entry.length);
    Arrays.fill(bomb, entry.length, bomb.length, (byte) 0xbe);
    assertTrue(small.decode(bomb, 0, bomb.length, wanted));
    assertEquals(1_000 / 54, wanted.take().size());
    assertEquals(54L * (1 + bomb.length - entry.length), small.listSize());
  }

  @Test
  void pseudoFieldsBehindOthersAreMarked() {
    Fields none = new Fields(List.of());
    HeaderDecoder any = none.decoder(65_536);
    byte[] block = Fields.hex("5803616263 88");
    assertTrue(any.decode(block, 0, block.length, none));
    assertEquals(
        List.of("kind " + Integer.toHexString(FieldKinds.STATUS | FieldKinds.LATE) + ": 200"),
        none.take());
  }
}
