package io.sluice.engine.http2;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HuffmanTest {
  @ParameterizedTest
  @CsvSource({ // RFC 7541 appendix C
    "www.example.com, f1e3c2e5f23a6ba0ab90f4ff",
    "no-cache, a8eb10649cbf",
    "custom-value, 25a849e95bb8e8b4bf",
    "'Mon, 21 Oct 2013 20:13:21 GMT', d07abe941054d444a8200595040b8166e082a62d1bff",
    "gzip, 9bd9ab",
    "'foo=ASDJKHQKBZXOQWEOPIUAXQWEOIU; max-age=3600; version=1', "
        + "94e7821dd7f2e6c7b335dfdfcd5b3960d5af27087f3672c1ab270fb5291f9587316065c003ed4ee5b1063d5007",
    "'', ''"
  })
  void codesAsTheStandardDoes(String text, String hex) {
    byte[] plain = Fields.ascii(text);
    byte[] coded = Fields.hex(hex);
    byte[] out = new byte[200];
    int end = Huffman.encode(plain, 0, plain.length, out, 3);
    assertArrayEquals(coded, Arrays.copyOfRange(out, 3, end));
    assertEquals(coded.length, Huffman.encodedLength(plain, 0, plain.length));
    int decoded = Huffman.decode(coded, 0, coded.length, out, 5);
    assertArrayEquals(plain, Arrays.copyOfRange(out, 5, decoded));
  }

  @ParameterizedTest
  @CsvSource({
    "ff, padding of eight bits",
    "1fff, a symbol and eleven bits of padding",
    "00, padding of zeros",
    "1e, padding that ends with a zero",
    "fffffffc, the end of string",
    "fffffffffc, the end of string again",
    "ffffffff, four bytes of ones",
    "fe, a long code cut"
  })
  void refusesWhatIsNoString(String hex, String why) {
    byte[] coded = Fields.hex(hex);
    assertEquals(-1, Huffman.decode(coded, 0, coded.length, new byte[64], 0), why);
  }

  @Test
  void everyOctetComesBack() {
    Random random = new Random(7541);
    for (int round = 0; round < 5_000; round++) {
      byte[] plain = new byte[random.nextInt(60)];
      random.nextBytes(plain);
      byte[] coded = new byte[300];
      int end = Huffman.encode(plain, 0, plain.length, coded, 0);
      byte[] decoded = new byte[Huffman.maxDecoded(end)];
      int length = Huffman.decode(coded, 0, end, decoded, 0);
      assertArrayEquals(plain, Arrays.copyOf(decoded, length));
    }
  }

  @Test
  void noBytesOverrunTheRoomForThem() {
    Random random = new Random(99);
    for (int round = 0; round < 20_000; round++) {
      byte[] coded = new byte[random.nextInt(40)];
      random.nextBytes(coded);
      int most = Huffman.maxDecoded(coded.length);
      int end = Huffman.decode(coded, 0, coded.length, new byte[most], 0);
      assertEquals(true, end >= -1 && end <= most);
    }
  }
}
