package io.sluice.k6.script.http;

import org.jspecify.annotations.Nullable;

/** What a script asks for in one call: its parameters, read and with the defaults put in. */
final class Call {
  final String method;
  final Series series;
  final String name;
  final String[] headers;
  final byte @Nullable [] body;
  final boolean chunked;

  long timeoutNanos = 60_000_000_000L;
  int redirects;
  boolean wantsBody;
  boolean binary;
  boolean throwing;
  boolean digest;
  @Nullable StatusSet expected;
  @Nullable CookieJar jar;

  /** The cookies of this call alone: {@code a=1; b=2}. */
  String cookies = "";

  /** Names of cookies, each between NUL characters, that the jar's do not go along with. */
  String replaced = "";

  Call(
      String method,
      Series series,
      String name,
      String[] headers,
      byte @Nullable [] body,
      boolean chunked) {
    this.method = method;
    this.series = series;
    this.name = name;
    this.headers = headers;
    this.body = body;
    this.chunked = chunked;
  }
}
