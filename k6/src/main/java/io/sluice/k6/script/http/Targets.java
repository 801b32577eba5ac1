package io.sluice.k6.script.http;

import io.sluice.k6.script.port.Target;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads URLs as scripts write them: what no URL may hold is percent-encoded, not refused. */
final class Targets {
  private static final String ILLEGAL = " \"<>\\^`{|}";

  private Targets() {}

  /** A URL taken apart; {@code userInfo} is null if it has none. */
  record Parsed(Target target, @Nullable String userInfo) {}

  /**
   * Takes a URL apart.
   *
   * @return null if it is none that can be asked for
   */
  static @Nullable Parsed parse(String text) {
    URI uri;
    try {
      uri = new URI(encoded(text));
    } catch (URISyntaxException e) {
      return null;
    }
    String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
    boolean secure = scheme.equals("https");
    String host = uri.getHost() == null ? hostOf(uri.getRawAuthority()) : uri.getHost();
    if ((!secure && !scheme.equals("http")) || host == null || host.isEmpty()) {
      return null;
    }
    int usual = secure ? 443 : 80;
    int port = uri.getPort() < 0 ? usual : uri.getPort();
    String raw = uri.getRawPath();
    String path = raw == null || raw.isEmpty() ? "/" : raw;
    String query = uri.getRawQuery();
    String authority = port == usual ? host : host + ":" + port;
    String shown = raw == null ? "" : raw;
    String rest = query == null ? "" : "?" + query;
    var target =
        new Target(
            scheme,
            host.startsWith("[") ? host.substring(1, host.length() - 1) : host,
            port,
            path + rest,
            authority,
            scheme + "://" + (uri.getPort() < 0 ? host : host + ":" + port) + shown + rest);
    return new Parsed(target, uri.getUserInfo());
  }

  /** Where a redirect leads. */
  static @Nullable Parsed resolve(Target from, String location) {
    try {
      return parse(
          new URI(encoded(from.scheme() + "://" + from.authority() + from.path()))
              .resolve(encoded(location))
              .toString());
    } catch (URISyntaxException | IllegalArgumentException e) {
      return null;
    }
  }

  /** Names with underscores are no host names to {@link URI}, but are asked for all the same. */
  private static @Nullable String hostOf(@Nullable String authority) {
    if (authority == null || authority.indexOf(':') >= 0 || authority.indexOf('@') >= 0) {
      return null;
    }
    return authority;
  }

  private static String encoded(String text) {
    StringBuilder out = null;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean bad =
          c <= ' ' || c >= 127 || ILLEGAL.indexOf(c) >= 0 || (c == '%' && !escape(text, i));
      if (bad && out == null) {
        out = new StringBuilder(text.length() + 16).append(text, 0, i);
      }
      if (out == null) {
        continue;
      }
      if (!bad) {
        out.append(c);
        continue;
      }
      int end = Character.isHighSurrogate(c) && i + 1 < text.length() ? i + 2 : i + 1;
      for (byte b : text.substring(i, end).getBytes(StandardCharsets.UTF_8)) {
        out.append(String.format(Locale.ROOT, "%%%02X", b & 0xff));
      }
      i = end - 1;
    }
    return out == null ? text : out.toString();
  }

  private static boolean escape(String text, int at) {
    return at + 2 < text.length()
        && Character.digit(text.charAt(at + 1), 16) >= 0
        && Character.digit(text.charAt(at + 2), 16) >= 0;
  }
}
