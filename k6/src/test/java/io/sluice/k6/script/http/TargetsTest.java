package io.sluice.k6.script.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TargetsTest {
  @ParameterizedTest
  @CsvSource({
    "http://a.test, a.test, 80, /, a.test",
    "http://a.test?x=1, a.test, 80, /?x=1, a.test",
    "HTTPS://a.test:443/p, a.test, 443, /p, a.test",
    "https://a.test:8443/p?q#f, a.test, 8443, /p?q, a.test:8443",
    "http://[::1]:8080/p, ::1, 8080, /p, [::1]:8080",
    "http://ann:secret@a.test/p, a.test, 80, /p, a.test",
    "http://a_b/p, a_b, 80, /p, a_b",
    "http://a.test/a b|c, a.test, 80, /a%20b%7Cc, a.test",
    "http://a.test/100%, a.test, 80, /100%25, a.test",
    "http://a.test/%2Fx, a.test, 80, /%2Fx, a.test",
    "http://a.test/ö😀, a.test, 80, /%C3%B6%F0%9F%98%80, a.test",
  })
  void urlIsTakenApart(String url, String host, int port, String path, String authority) {
    var parsed = Targets.parse(url);
    assertNotNull(parsed);
    assertEquals(host, parsed.target().host());
    assertEquals(port, parsed.target().port());
    assertEquals(path, parsed.target().path());
    assertEquals(authority, parsed.target().authority());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "a.test", "/p", "ftp://a.test/", "http://", "http:///p", "mailto:a@b"})
  void othersAreNone(String url) {
    assertNull(Targets.parse(url));
  }

  @ParameterizedTest
  @CsvSource({
    "/x, http://a.test:81/x",
    "x, http://a.test:81/d/x",
    "../x?y, http://a.test:81/x?y",
    "//b.test/z, http://b.test/z",
    "https://c.test, https://c.test",
  })
  void redirectIsResolved(String location, String url) {
    var from = Targets.parse("http://a.test:81/d/e");
    assertNotNull(from);
    var to = Targets.resolve(from.target(), location);
    assertNotNull(to);
    assertEquals(url, to.target().url());
  }
}
