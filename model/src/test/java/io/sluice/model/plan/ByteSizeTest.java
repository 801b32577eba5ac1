package io.sluice.model.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ByteSizeTest {
  @ParameterizedTest
  @CsvSource({
    "0B, 0, 0B",
    "1000B, 1000, 1000B",
    "1024B, 1024, 1KB",
    "64KB, 65536, 64KB",
    "1.5KB, 1536, 1536B",
    "0.5B, 0, 0B",
    "16MB, 16777216, 16MB",
    "1GB, 1073741824, 1GB",
    "2147483647B, 2147483647, 2147483647B",
  })
  void isReadAndWritten(String text, int bytes, String written) {
    assertEquals(bytes, ByteSize.parse(text));
    assertEquals(written, ByteSize.format(bytes));
    assertEquals(bytes, ByteSize.parse(written));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "\"\" | expected a size such as 512B, 64KB or 16MB, was ''",
        "64 | expected a size such as 512B, 64KB or 16MB, was '64'",
        "64kB | expected a size such as 512B, 64KB or 16MB, was '64kB'",
        "-1KB | expected a size such as 512B, 64KB or 16MB, was '-1KB'",
        "2GB | a size must be below 2GB, was '2GB'",
        "2147483648B | a size must be below 2GB, was '2147483648B'",
      })
  void mistakes(String text, String message) {
    assertEquals(
        message,
        assertThrows(IllegalArgumentException.class, () -> ByteSize.parse(text)).getMessage());
  }
}
