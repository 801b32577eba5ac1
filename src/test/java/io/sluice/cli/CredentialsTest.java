package io.sluice.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CredentialsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "Set-Cookie: sid=abc; HttpOnly | Set-Cookie: ***",
        "x-api-key: 123 | x-api-key: ***",
        "Authorization: Bearer q | Authorization: ***",
        "Content-Type: text/html | Content-Type: text/html",
        "{\"token\":\"abc\",\"a\":\"b\"} | {\"token\":\"***\",\"a\":\"b\"}",
        "{\"access_token\" : \"a\\\"b\"} | {\"access_token\" : \"***\"}",
        "{\"password\":\"cut at the end of | {\"password\":\"***\"",
        "{\"tokens\":\"none\"} | {\"tokens\":\"none\"}",
        "https://x/?a=1&token=abc&b=2 | https://x/?a=1&token=***&b=2",
        "said eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2ln there | said *** there",
      })
  void hidesWhatLooksLikeACredential(String text, String expected) {
    assertEquals(expected, Credentials.masked(text));
  }
}
