package io.sluice.model.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sluice.model.run.SeriesKey;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Names that people write: nearest ones, statuses, targets, selections. */
class NamesTest {
  @ParameterizedTest
  @CsvSource({
    "usres, users",
    "USERS, users",
    "chekcout, checkout",
    "rat, rate",
    "u, ''",
    "xyz, ''",
    "durations, duration",
  })
  void findsTheNearestName(String word, String expected) {
    List<String> names = List.of("users", "rate", "duration", "checkout");
    if (expected.isEmpty()) {
      assertNull(Nearest.to(word, names));
      assertEquals("", Nearest.hint(word, names));
    } else {
      assertEquals(expected, Nearest.to(word, names));
      assertEquals("; did you mean '" + expected + "'?", Nearest.hint(word, names));
    }
  }

  @Test
  void findsNothingAmongNothing() {
    assertNull(Nearest.to("users", List.of()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "200 | 200 | 201",
        "2xx | 299 | 300",
        "3XX | 300 | 299",
        "200-399 | 399 | 400",
        "200, 404 | 404 | 403",
        "200 - 204 | 204 | 205",
      })
  void statusSets(String text, int in, int out) {
    StatusSet set = StatusSet.parse(text);
    assertTrue(set.contains(in));
    assertFalse(set.contains(out));
    assertEquals(set, StatusSet.parse(set.toString()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0xx", "20", "2000", "ok", "200,", "200-", "099"})
  void refusesStatuses(String text) {
    var e = assertThrows(IllegalArgumentException.class, () -> StatusSet.parse(text));
    assertEquals(
        "expected a status such as 200, 2xx or 200-399, was '" + text + "'", e.getMessage());
  }

  @Test
  void refusesRangesOutOfOrder() {
    var e = assertThrows(IllegalArgumentException.class, () -> StatusSet.parse("300-200"));
    assertEquals("a status range must lie in 100 to 999, was 300-200", e.getMessage());
    e = assertThrows(IllegalArgumentException.class, () -> new StatusSet(List.of()));
    assertEquals("a status set must not be empty", e.getMessage());
  }

  @ParameterizedTest
  @CsvSource({
    "http://Example.COM/a?b, http, example.com, 80, example.com",
    "HTTPS://example.com, https, example.com, 443, example.com",
    "http://example.com:8080/, http, example.com, 8080, example.com:8080",
    "https://example.com:443/, https, example.com, 443, example.com",
    "http://[::1]:81/, http, ::1, 81, [::1]:81",
  })
  void targets(String url, String scheme, String host, int port, String authority) {
    Target target = Target.of(URI.create(url));
    assertEquals(new Target(scheme, host, port), target);
    assertEquals(authority, target.authority());
    assertEquals(scheme + "://" + authority, target.toString());
    assertEquals(scheme.equals("https"), target.secure());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/path | expected an absolute URL such as https://example.com/path, was '/path'",
        "mailto:a@b | expected an absolute URL such as https://example.com/path, was 'mailto:a@b'",
        "ftp://a/ | scheme must be http or https, was 'ftp'",
        "http://a:0/ | port must be 1 to 65535, was 0",
        "http://a:65536/ | port must be 1 to 65535, was 65536",
      })
  void refusesTargets(String url, String message) {
    var e = assertThrows(IllegalArgumentException.class, () -> Target.of(URI.create(url)));
    assertEquals(message, e.getMessage());
  }

  @ParameterizedTest
  @CsvSource({
    "'', '', true, true",
    "'', '', false, false",
    "window, steady, false, true",
    "window, other, true, false",
    "group, Shop, true, true",
    "group, Shop / Cart, true, true",
    "group, Sho, true, false",
    "request, add, true, true",
    "scenario, s, true, true",
    "phase, p, true, true",
    "phase, p, false, false",
    "endpoint, cart, true, true",
    "endpoint, auth, true, false",
    "nothing, x, true, false",
  })
  void selections(String key, String value, boolean measured, boolean expected) {
    Selection selection = key.isEmpty() ? Selection.ALL : new Selection(Map.of(key, value));
    SeriesKey series =
        new SeriesKey(
            "p", "s", "steady", measured, "Shop / Cart", "add", Map.of("endpoint", "cart"));
    assertEquals(expected, selection.matches(series));
    assertEquals(key.isEmpty() ? "" : "{" + key + ":" + value + "}", selection.toString());
  }
}
