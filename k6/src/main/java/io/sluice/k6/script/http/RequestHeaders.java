package io.sluice.k6.script.http;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The headers that a script gave for a request: name, value, name, value, …, each ended by a NUL
 * character.
 *
 * <p>The same text gives the same object, which remembers the whole list of headers that goes on
 * the wire.
 */
final class RequestHeaders {
  private static final int REMEMBERED = 5_000;
  private static final Set<String> OF_THE_WIRE = Set.of("content-length", "transfer-encoding");

  private final String[] given;
  private final boolean agent;
  private final boolean type;
  private @Nullable String lastType;
  private String[] last = {};

  private RequestHeaders(String[] given) {
    this.given = given;
    agent = find("user-agent") != null;
    type = find("content-type") != null;
  }

  /** Reads headers, and remembers those that it read. */
  static final class Book {
    private final Map<String, RequestHeaders> known = new HashMap<>();

    RequestHeaders of(String text) {
      RequestHeaders headers = known.get(text);
      if (headers == null) {
        if (known.size() >= REMEMBERED) {
          known.clear();
        }
        headers = new RequestHeaders(read(text));
        known.put(text, headers);
      }
      return headers;
    }
  }

  private static String[] read(String text) {
    List<String> pairs = new ArrayList<>();
    int from = 0;
    while (from < text.length()) {
      int middle = text.indexOf('\0', from);
      int end = text.indexOf('\0', middle + 1);
      String name = text.substring(from, middle).trim();
      if (!OF_THE_WIRE.contains(name.toLowerCase(Locale.ROOT))) {
        pairs.add(name);
        pairs.add(text.substring(middle + 1, end).trim());
      }
      from = end + 1;
    }
    return pairs.toArray(String[]::new);
  }

  /** A header that the script gave, or null. */
  @Nullable String find(String lowerCaseName) {
    for (int i = 0; i < given.length; i += 2) {
      if (given[i].equalsIgnoreCase(lowerCaseName)) {
        return given[i + 1];
      }
    }
    return null;
  }

  /**
   * All headers of a request.
   *
   * @param userAgent "" for none
   * @param contentType the body's, which a header of the script replaces; "" for none
   */
  String[] complete(String userAgent, String contentType) {
    if (contentType.equals(lastType)) {
      return last;
    }
    var all = Arrays.copyOf(given, given.length + 4);
    int n = given.length;
    if (!agent && !userAgent.isEmpty()) {
      all[n++] = "User-Agent";
      all[n++] = userAgent;
    }
    if (!type && !contentType.isEmpty()) {
      all[n++] = "Content-Type";
      all[n++] = contentType;
    }
    last = n == all.length ? all : Arrays.copyOf(all, n);
    lastType = contentType;
    return last;
  }

  /** A list with one header replaced or added. */
  static String[] with(String[] headers, String name, String value) {
    for (int i = 0; i < headers.length; i += 2) {
      if (headers[i].equalsIgnoreCase(name)) {
        var copy = headers.clone();
        copy[i + 1] = value;
        return copy;
      }
    }
    var longer = Arrays.copyOf(headers, headers.length + 2);
    longer[headers.length] = name;
    longer[headers.length + 1] = value;
    return longer;
  }

  /** A list without some headers. */
  static String[] without(String[] headers, Set<String> lowerCaseNames) {
    List<String> rest = new ArrayList<>();
    for (int i = 0; i < headers.length; i += 2) {
      if (!lowerCaseNames.contains(headers[i].toLowerCase(Locale.ROOT))) {
        rest.add(headers[i]);
        rest.add(headers[i + 1]);
      }
    }
    return rest.toArray(String[]::new);
  }
}
