package io.sluice.reports.prometheus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PushTargetTest {
  @ParameterizedTest
  @CsvSource({
    "http://127.0.0.1:9091, http://127.0.0.1:9091, '', ''",
    "' https://push.example.com/ ', https://push.example.com, '', ''",
    "HTTP://push:9091/some/base//, http://push:9091/some/base, '', ''",
    "https://me:pass%40word@push:9091, https://push:9091, me, pass@word",
    "http://me@[::1]:9091, http://[::1]:9091, me, ''",
  })
  void aUrlIsParted(String text, String shown, String user, String password) {
    PushTarget target = PushTarget.parse(text);

    assertEquals(shown, target.toString());
    assertEquals(user, target.user());
    assertEquals(password, target.password());
  }

  @ParameterizedTest
  @CsvSource({
    "''",
    "push:9091",
    "ftp://push:9091",
    "//push:9091",
    "http://",
    "http://push:9091?a=b",
    "http://push:9091#a",
    "http://push:port",
    "'http://pu sh'",
  })
  void anythingElseIsRefused(String text) {
    Exception e = assertThrows(IllegalArgumentException.class, () -> PushTarget.parse(text));

    assertEquals(
        "expected a URL such as http://127.0.0.1:9091, was '" + text + "'", e.getMessage());
  }

  @Test
  void aPasswordIsInNoSentence() {
    String text = "ftp://me:s3cret@push:9091";
    Exception e = assertThrows(IllegalArgumentException.class, () -> PushTarget.parse(text));

    assertEquals(
        "expected a URL such as http://127.0.0.1:9091, was 'ftp://***@push:9091'", e.getMessage());
    assertFalse(PushTarget.parse("http://me:s3cret@push").toString().contains("s3cret"));
  }
}
