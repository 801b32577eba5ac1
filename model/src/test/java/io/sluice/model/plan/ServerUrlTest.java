package io.sluice.model.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServerUrlTest {
  @ParameterizedTest
  @CsvSource({
    "http://127.0.0.1:9090, http://127.0.0.1:9090",
    "http://[::1]:9090/, http://[::1]:9090",
    "' https://prometheus.example.com/team/a// ', https://prometheus.example.com/team/a",
  })
  void isUsedWithoutASlashAtItsEnd(String text, String url) {
    assertEquals(url, ServerUrl.checked(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "prometheus",
        "prometheus:9090",
        "ftp://h",
        "http://",
        "http:///x",
        "http://a b"
      })
  void somethingElseIsNone(String text) {
    var error = assertThrows(IllegalArgumentException.class, () -> ServerUrl.checked(text));
    assertEquals(
        "expected the address of a server such as http://127.0.0.1:9090, was '" + text + "'",
        error.getMessage());
  }

  @Test
  void credentialsAreRefusedAndNotRepeated() {
    var error =
        assertThrows(
            IllegalArgumentException.class, () -> ServerUrl.checked("http://me:secret@h:9090"));
    assertEquals(
        "an address must hold no credentials: they belong into the environment",
        error.getMessage());
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://h/?a=b", "http://h/#x"})
  void itEndsWithItsPath(String text) {
    var error = assertThrows(IllegalArgumentException.class, () -> ServerUrl.checked(text));
    assertEquals(
        "an address must end with its path, without ? or #, was '" + text + "'",
        error.getMessage());
  }
}
