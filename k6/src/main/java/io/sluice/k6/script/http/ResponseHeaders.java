package io.sluice.k6.script.http;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads header lines as they came, when somebody asks for them. */
final class ResponseHeaders {
  private ResponseHeaders() {}

  /** Whether there is a header, found without decoding anything. */
  static boolean has(byte[] head, String lowerCaseName) {
    int start = 0;
    while (start < head.length) {
      if (matches(head, start, lowerCaseName)) {
        return true;
      }
      while (start < head.length && head[start] != '\n') {
        start++;
      }
      start++;
    }
    return false;
  }

  private static boolean matches(byte[] head, int at, String name) {
    if (at + name.length() >= head.length || head[at + name.length()] != ':') {
      return false;
    }
    for (int i = 0; i < name.length(); i++) {
      int c = head[at + i];
      if ((c >= 'A' && c <= 'Z' ? c + 32 : c) != name.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** The values of a header, in their order. */
  static List<String> all(byte[] head, String lowerCaseName) {
    List<String> values = new ArrayList<>();
    for (String line : lines(head)) {
      int colon = line.indexOf(':');
      if (colon > 0 && line.substring(0, colon).trim().equalsIgnoreCase(lowerCaseName)) {
        values.add(line.substring(colon + 1).trim());
      }
    }
    return values;
  }

  /** The first value of a header, or null. */
  static @Nullable String first(byte[] head, String lowerCaseName) {
    if (!has(head, lowerCaseName)) {
      return null;
    }
    return all(head, lowerCaseName).getFirst();
  }

  /** All headers by canonical name; the values of one name are joined by comma and blank. */
  static Map<String, String> joined(byte[] head) {
    Map<String, String> headers = new LinkedHashMap<>();
    for (String line : lines(head)) {
      int colon = line.indexOf(':');
      if (colon > 0) {
        headers.merge(
            canonical(line.substring(0, colon).trim()),
            line.substring(colon + 1).trim(),
            (a, b) -> a + ", " + b);
      }
    }
    return headers;
  }

  private static List<String> lines(byte[] head) {
    return new String(head, StandardCharsets.ISO_8859_1).lines().toList();
  }

  /** {@code content-type} as {@code Content-Type}. */
  static String canonical(String name) {
    var result = new StringBuilder(name.length());
    boolean upper = true;
    for (char c : name.toLowerCase(Locale.ROOT).toCharArray()) {
      result.append(upper && c >= 'a' && c <= 'z' ? (char) (c - 32) : c);
      upper = c == '-';
    }
    return result.toString();
  }
}
