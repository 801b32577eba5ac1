package io.sluice.k6.script.http;

import io.sluice.k6.script.port.Target;
import java.net.HttpCookie;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A cookie as a jar keeps it.
 *
 * @param domain lower case, without a leading dot
 * @param hostOnly whether it goes to that host alone, not to those below it
 * @param maxAge seconds as the server gave them, 0 if it did not
 * @param expiresMillis since 1970; {@link Long#MAX_VALUE} for the end of the session
 */
record Cookie(
    String name,
    String value,
    String domain,
    boolean hostOnly,
    String path,
    boolean secure,
    boolean httpOnly,
    long maxAge,
    long expiresMillis) {

  /**
   * The cookies of one {@code Set-Cookie} header, as far as they can be read and may be set by the
   * target.
   */
  static List<Cookie> parse(String header, Target target, long nowMillis) {
    List<Cookie> cookies = new ArrayList<>();
    try {
      for (HttpCookie read : HttpCookie.parse("Set-Cookie: " + header)) {
        Cookie cookie = of(read, header, target, nowMillis);
        if (cookie != null) {
          cookies.add(cookie);
        }
      }
    } catch (IllegalArgumentException e) {
      return cookies;
    }
    return cookies;
  }

  private static @Nullable Cookie of(HttpCookie read, String header, Target target, long now) {
    String host = target.host().toLowerCase(Locale.ROOT);
    String domain = read.getDomain() == null ? "" : read.getDomain().toLowerCase(Locale.ROOT);
    domain = domain.startsWith(".") ? domain.substring(1) : domain;
    boolean hostOnly = domain.isEmpty();
    if (!hostOnly && !below(host, domain)) {
      return null;
    }
    long age = read.getMaxAge();
    boolean given = header.toLowerCase(Locale.ROOT).contains("max-age");
    String path = read.getPath();
    return new Cookie(
        read.getName(),
        read.getValue(),
        hostOnly ? host : domain,
        hostOnly,
        path == null || !path.startsWith("/") ? defaultPath(target.path()) : path,
        read.getSecure(),
        read.isHttpOnly(),
        given ? age : 0,
        age < 0 && !given ? Long.MAX_VALUE : now + age * 1000);
  }

  /** The folder of a request's path: what a cookie without a path is for. */
  static String defaultPath(String pathAndQuery) {
    int query = pathAndQuery.indexOf('?');
    String path = query < 0 ? pathAndQuery : pathAndQuery.substring(0, query);
    int slash = path.lastIndexOf('/');
    return slash <= 0 ? "/" : path.substring(0, slash);
  }

  private static boolean below(String host, String domain) {
    return host.equals(domain) || host.endsWith("." + domain);
  }

  /** Whether it goes along with a request. */
  boolean goesTo(Target target, long nowMillis) {
    String host = target.host().toLowerCase(Locale.ROOT);
    String asked = target.path();
    int query = asked.indexOf('?');
    String wanted = query < 0 ? asked : asked.substring(0, query);
    return nowMillis < expiresMillis
        && (hostOnly ? host.equals(domain) : below(host, domain))
        && (!secure || target.secure())
        && (wanted.equals(path)
            || (wanted.startsWith(path)
                && (path.endsWith("/") || wanted.charAt(path.length()) == '/')));
  }

  /** Whether it takes the place of another. */
  boolean replaces(Cookie other) {
    return name.equals(other.name) && domain.equals(other.domain) && path.equals(other.path);
  }
}
