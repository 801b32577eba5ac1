package io.sluice.cli.web;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Decides which requests reach a route. Immutable. */
final class Guard {
  private static final Set<String> METHODS = Set.of("GET", "HEAD");
  private static final String PARAMETER = "token";
  private static final String BEARER = "bearer ";
  private static final Pattern HOST = Pattern.compile("(\\[[0-9a-fA-F:.]+]|[^:\\[\\]]+)(:\\d+)?");
  private static final Pattern NUMERIC = Pattern.compile("[0-9.]+|\\[.*]");

  private final Binding binding;
  private final Access access;
  private final Route behind;

  /**
   * A guard in front of all routes.
   *
   * @param binding where the server listens, with its true port
   */
  Guard(Binding binding, Access access, Route behind) {
    this.binding = binding;
    this.access = access;
    this.behind = behind;
  }

  Answer answer(String method, String target, WebRequest request) throws IOException {
    if (!METHODS.contains(method)) {
      return new Answer.Text(
          405, "text/plain", "This server is read-only.\n", Map.of("Allow", "GET, HEAD"));
    }
    if (binding.isLoopback() && !isLoopback(request.header("host"))) {
      return Answer.sentence(
          421, "This server answers to localhost and loopback addresses only, by that name.");
    }
    if (!access.demandsToken()) {
      return behind.answer(request);
    }
    if (access.admits(request.parameter(PARAMETER))) {
      return admission(target, request);
    }
    return mayPass(request) ? behind.answer(request) : demand();
  }

  /**
   * A page of another site can let a name of its own lead here (DNS rebinding); its browser then
   * sends that name.
   */
  private static boolean isLoopback(String header) {
    Matcher host = HOST.matcher(header.strip());
    if (!host.matches()) {
      return false;
    }
    String name = host.group(1).toLowerCase(Locale.ROOT);
    if (name.equals("localhost")) {
      return true;
    }
    try {
      return NUMERIC.matcher(name).matches() && InetAddress.getByName(name).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }

  private boolean mayPass(WebRequest request) {
    String authorization = request.header("authorization");
    if (authorization.toLowerCase(Locale.ROOT).startsWith(BEARER)) {
      return access.admits(authorization.substring(BEARER.length()).strip());
    }
    return Stream.of(request.header("cookie").split(";", -1))
        .map(String::strip)
        .filter(cookie -> cookie.startsWith(cookieName() + "="))
        .anyMatch(cookie -> access.admitsSession(cookie.substring(cookieName().length() + 1)));
  }

  /** Cookies know no ports: two servers of one machine must not take each other's. */
  private String cookieName() {
    return "sluice-" + binding.port();
  }

  /**
   * Takes the token out of the address, so that it is not in the history, and hands a cookie over.
   * Browsers do not send a strict cookie along a redirect that began at another site: there the
   * page itself goes on.
   */
  private Answer admission(String target, WebRequest request) {
    String place = withoutToken(target);
    String cookie =
        "%s=%s; Path=/; HttpOnly; SameSite=Strict".formatted(cookieName(), access.session());
    return request.header("sec-fetch-site").equals("cross-site")
        ? new Answer.Text(
            200,
            "text/plain",
            "Welcome.\n",
            Map.of("Set-Cookie", cookie, "Refresh", "0; url=" + place))
        : new Answer.Text(
            303, "text/plain", "Welcome.\n", Map.of("Set-Cookie", cookie, "Location", place));
  }

  /** The same place; never one of another host, as {@code //host/} would be. */
  private static String withoutToken(String target) {
    int mark = target.indexOf('?');
    String path = mark < 0 ? target : target.substring(0, mark);
    String query = mark < 0 ? "" : target.substring(mark + 1);
    String kept =
        String.join(
            "&",
            Stream.of(query.split("&", -1))
                .filter(pair -> !pair.isEmpty() && !pair.startsWith(PARAMETER + "="))
                .toList());
    return "/" + path.replaceFirst("^[/\\\\]+", "") + (kept.isEmpty() ? "" : "?" + kept);
  }

  private static Answer demand() {
    return new Answer.Text(
        401,
        "text/plain",
        "This server wants its token: open the address that it printed, with ?token=... at its end,"
            + " or send 'Authorization: Bearer ...'.\n",
        Map.of("WWW-Authenticate", "Bearer realm=\"sluice\""));
  }
}
