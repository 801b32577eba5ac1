package io.sluice.storefront.http;

import io.netty.handler.codec.http.QueryStringDecoder;
import java.util.List;
import java.util.Map;

/** Takes request targets apart: {@code /path?query}, or the absolute form that proxies are sent. */
final class Target {
  private Target() {}

  /**
   * The decoded path.
   *
   * @throws IllegalArgumentException if a percent sign is followed by no two hexadecimal digits
   */
  static String path(String uri) {
    if (uri.startsWith("/") && uri.indexOf('?') < 0 && uri.indexOf('%') < 0) {
      return uri;
    }
    return new QueryStringDecoder(relative(uri)).path();
  }

  /** The decoded parameters; empty where the query is malformed. */
  static Map<String, List<String>> query(String uri) {
    try {
      return new QueryStringDecoder(uri).parameters();
    } catch (IllegalArgumentException e) {
      return Map.of();
    }
  }

  private static String relative(String uri) {
    int scheme = uri.indexOf("://");
    if (uri.startsWith("/") || scheme < 0) {
      return uri;
    }
    int slash = uri.indexOf('/', scheme + 3);
    return slash < 0 ? "/" : uri.substring(slash);
  }
}
