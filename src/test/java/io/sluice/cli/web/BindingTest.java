package io.sluice.cli.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class BindingTest {
  @ParameterizedTest
  @CsvSource({
    "8080, 8080, true, false",
    "0, 0, true, false",
    "127.0.0.1:65535, 65535, true, false",
    "127.9.9.9:1, 1, true, false",
    "localhost:80, 80, true, false",
    "[::1]:80, 80, true, false",
    "0.0.0.0:80, 80, false, true",
    "[::]:80, 80, false, true",
    "192.0.2.1:80, 80, false, false"
  })
  void readsHostAndPort(String text, int port, boolean loopback, boolean any) {
    Binding binding = Binding.parse(text);
    assertEquals(port, binding.port());
    assertEquals(loopback, binding.isLoopback());
    assertEquals(any, binding.address().isAnyLocalAddress());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", ":80", "localhost", "localhost:", "::1:80", "80:", "-1", "1 2"})
  void refusesWhatIsNone(String text) {
    String message =
        assertThrows(IllegalArgumentException.class, () -> Binding.parse(text)).getMessage();
    assertEquals("expected [HOST:]PORT such as 8080 or 0.0.0.0:8080, was '" + text + "'", message);
  }

  @Test
  void refusesPortsThatAreTooLargeAndHostsThatAreNowhere() {
    assertEquals(
        "a port must be from 0 to 65535, was 65536",
        assertThrows(IllegalArgumentException.class, () -> Binding.parse("65536")).getMessage());
    String unknown =
        assertThrows(IllegalArgumentException.class, () -> Binding.parse("no.such.invalid:1"))
            .getMessage();
    assertTrue(String.valueOf(unknown).contains("no host 'no.such.invalid'"), unknown);
  }
}
