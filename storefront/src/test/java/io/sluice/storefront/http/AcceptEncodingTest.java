package io.sluice.storefront.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AcceptEncodingTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          ``                          | IDENTITY
          gzip                        | GZIP
          GZip                        | GZIP
          br                          | BR
          zstd                        | ZSTD
          gzip, deflate, br, zstd     | ZSTD
          gzip, deflate, br           | BR
          gzip;q=1.0, br;q=0.9        | GZIP
          gzip ; q=0.2 , br; q=0.3    | BR
          *                           | ZSTD
          *, zstd;q=0                 | BR
          gzip;q=0                    | IDENTITY
          identity                    | IDENTITY
          identity, gzip;q=0.5        | IDENTITY
          identity;q=0.1, gzip;q=0.5  | GZIP
          deflate, compress           | IDENTITY
          gzipped                     | IDENTITY
          gzip;q=much                 | IDENTITY
          gzip;level=9                | IDENTITY
          ,,                          | IDENTITY
          """)
  void preferredCoding(String value, ContentCoding coding) {
    assertEquals(coding, AcceptEncoding.preferred(value));
  }

  @Test
  void everyCodingIsAvailableHere() {
    assertEquals(List.of(ContentCoding.values()), ContentCoding.available());
  }
}
