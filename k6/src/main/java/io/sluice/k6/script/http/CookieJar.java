package io.sluice.k6.script.http;

import io.sluice.k6.script.api.UserState;
import io.sluice.k6.script.port.Target;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.graalvm.polyglot.HostAccess;
import org.jspecify.annotations.Nullable;

/**
 * The cookies of one user, as RFC 6265 has them kept and sent; scripts see it as {@code
 * http.CookieJar}.
 */
public final class CookieJar {
  private final UserState user;
  private final List<Cookie> cookies = new ArrayList<>();
  private @Nullable Target lastTarget;
  private String lastHeader = "";

  CookieJar(UserState user) {
    this.user = user;
  }

  boolean isEmpty() {
    return cookies.isEmpty();
  }

  void clear() {
    cookies.clear();
    lastTarget = null;
  }

  /** Keeps the cookies of an answer. */
  void keep(byte[] head, Target target) {
    if (!ResponseHeaders.has(head, "set-cookie")) {
      return;
    }
    long now = System.currentTimeMillis();
    for (String header : ResponseHeaders.all(head, "set-cookie")) {
      for (Cookie cookie : Cookie.parse(header, target, now)) {
        put(cookie, now);
      }
    }
  }

  private void put(Cookie cookie, long now) {
    lastTarget = null;
    for (int i = 0; i < cookies.size(); i++) {
      if (cookie.replaces(cookies.get(i))) {
        cookies.set(i, cookie);
        if (now >= cookie.expiresMillis()) {
          cookies.remove(i);
        }
        return;
      }
    }
    if (now < cookie.expiresMillis()) {
      cookies.add(cookie);
    }
  }

  /** The cookies for a request: longer paths first, then older ones. */
  List<Cookie> of(Target target) {
    long now = System.currentTimeMillis();
    return cookies.stream()
        .filter(cookie -> cookie.goesTo(target, now))
        .sorted(Comparator.comparingInt(cookie -> -cookie.path().length()))
        .toList();
  }

  /** The header for a request, "" for none. */
  String header(Target target) {
    if (target.equals(lastTarget)) {
      return lastHeader;
    }
    var header = new StringBuilder();
    boolean lasting = true;
    for (Cookie cookie : of(target)) {
      header
          .append(header.isEmpty() ? "" : "; ")
          .append(cookie.name())
          .append('=')
          .append(cookie.value());
      lasting &= cookie.expiresMillis() == Long.MAX_VALUE;
    }
    lastHeader = header.toString();
    lastTarget = lasting ? target : null;
    return lastHeader;
  }

  /** Sets a cookie by the text of a {@code Set-Cookie} header. */
  @HostAccess.Export
  public boolean set(String url, String setCookie) {
    Target target = target(url);
    long now = System.currentTimeMillis();
    List<Cookie> read = Cookie.parse(setCookie, target, now);
    read.forEach(cookie -> put(cookie, now));
    return !read.isEmpty();
  }

  /**
   * Names and values of the cookies for a URL: name, value, name, value, … each ended by a NUL
   * character.
   */
  @HostAccess.Export
  public String list(String url) {
    var text = new StringBuilder();
    for (Cookie cookie : of(target(url))) {
      text.append(cookie.name()).append('\0').append(cookie.value()).append('\0');
    }
    return text.toString();
  }

  /** Forgets the cookies for a URL; only those of a name unless that is empty. */
  @HostAccess.Export
  public void forget(String url, String name) {
    for (Cookie cookie : of(target(url))) {
      if (name.isEmpty() || cookie.name().equals(name)) {
        cookies.remove(cookie);
      }
    }
    lastTarget = null;
  }

  private Target target(String url) {
    var parsed = Targets.parse(url);
    if (parsed == null) {
      throw user.error("invalid URL \"" + url + "\"");
    }
    return parsed.target();
  }
}
