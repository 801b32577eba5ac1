package io.sluice.storefront.http;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http2.Http2Headers;
import org.jspecify.annotations.Nullable;

/**
 * What a client asks for, whatever protocol carries it; of the headers only those that count.
 *
 * @param target path and query as sent, or the absolute form that proxies are sent
 * @param authorization the header's value, empty if there is none
 * @param acceptEncoding the header's value, empty if there is none
 */
record RequestHead(String method, String target, String authorization, String acceptEncoding) {
  private static final String HEAD = "HEAD";

  static RequestHead of(HttpRequest request) {
    return new RequestHead(
        request.method().name(),
        request.uri(),
        text(request.headers().get(HttpHeaderNames.AUTHORIZATION)),
        text(request.headers().get(HttpHeaderNames.ACCEPT_ENCODING)));
  }

  static RequestHead of(Http2Headers headers) {
    return new RequestHead(
        text(headers.method()),
        text(headers.path()),
        text(headers.get(HttpHeaderNames.AUTHORIZATION)),
        text(headers.get(HttpHeaderNames.ACCEPT_ENCODING)));
  }

  /** Whether the answer's body stays unsent. */
  boolean wantsNoBody() {
    return method.equals(HEAD);
  }

  private static String text(@Nullable CharSequence value) {
    return value == null ? "" : value.toString();
  }
}
