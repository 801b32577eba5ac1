package io.sluice.storefront.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.sluice.storefront.shop.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FieldsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"n":2}               | 2
          {"n":"2"}             | 2
          { "m":[1], "n" : 2 }  | 2
          n=2                   | 2
          m=1&n=2               | 2
          n=2&n=3               | 2
          n=%32                 | 2
          """)
  void readsJsonAndForms(String body, int n) {
    assertEquals(n, Fields.parse("  " + body + "\r\n").integer("n"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"n":2.5}   | n must be a whole number, was '2.5'
          {"n":true}  | n is required
          {"n":null}  | n is required
          {"m":1}     | n is required
          [1,2]       | n is required
          n=          | n must be a whole number, was ''
          """)
  void refusesWhatIsNoWholeNumber(String body, String message) {
    assertEquals(
        message, assertThrows(Refusal.class, () -> Fields.parse(body).integer("n")).getMessage());
  }

  @Test
  void emptyBodyHasNoFields() {
    assertEquals(
        "email is required",
        assertThrows(Refusal.class, () -> Fields.parse("").text("email")).getMessage());
  }
}
