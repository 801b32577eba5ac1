package io.sluice.k6.script.http;

import io.sluice.k6.metrics.TagSet;
import io.sluice.k6.script.api.UserState;
import io.sluice.k6.script.port.Console.Level;
import io.sluice.k6.script.port.Hop;
import io.sluice.k6.script.port.HopAnswer;
import io.sluice.k6.script.port.HopFailure;
import io.sluice.k6.script.port.HopTimes;
import io.sluice.k6.script.port.Peer;
import io.sluice.k6.script.port.Target;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One call on its way: from hop to hop along redirects and challenges, each hop sampled, until it
 * is answered.
 *
 * <pre>
 *   first() ──hop──► wire ──answer──► next(answer) ──hop──► wire … ──► null: answered, see exchange()
 * </pre>
 */
public final class Flight {
  private static final Set<String> OF_THE_BODY = Set.of("content-type", "content-encoding");
  private static final Set<String> OF_THE_HOST = Set.of("authorization", "cookie", "host");

  private final UserState user;
  private final SeriesBook book;
  private final Call call;
  private final TagSet tags;
  private final long deadline;

  private String method;
  private Series series;
  private String[] headers;
  private byte @Nullable [] body;
  private boolean challenged;
  private int followed;
  private @Nullable Hop hop;
  private HopAnswer answer;
  private int code;
  private String error = "";

  Flight(UserState user, SeriesBook book, Call call, TagSet tags) {
    this.user = user;
    this.book = book;
    this.call = call;
    this.tags = tags;
    deadline = System.nanoTime() + call.timeoutNanos;
    method = call.method;
    series = call.series;
    headers = call.headers;
    body = call.body;
    answer =
        HopAnswer.failed(new HopFailure(HopFailure.Kind.INVALID_URL, ""), HopTimes.NONE, Peer.NONE);
  }

  /** The first hop, or null if the URL is none; then the call is answered already. */
  @Nullable Hop first() {
    if (series.target == null) {
      failed(answer);
      return null;
    }
    String userInfo = series.userInfo;
    if (userInfo != null && !call.digest) {
      String text = Base64.getEncoder().encodeToString(userInfo.getBytes(StandardCharsets.UTF_8));
      headers = RequestHeaders.with(headers, "Authorization", "Basic " + text);
    }
    return hop(series.target, call.timeoutNanos);
  }

  private Hop hop(Target target, long timeout) {
    var next =
        new Hop(
            method,
            target,
            withCookies(target),
            body,
            call.chunked && body != null,
            timeout,
            call.wantsBody,
            series.name,
            call.expected == null ? io.sluice.model.plan.StatusSet.ANY : call.expected.accepted(),
            tags);
    hop = next;
    return next;
  }

  private String[] withCookies(Target target) {
    var jar = call.jar;
    String kept = "";
    if (jar != null && !jar.isEmpty()) {
      kept = call.replaced.isEmpty() ? jar.header(target) : others(jar, target);
    }
    if (kept.isEmpty() && call.cookies.isEmpty()) {
      return headers;
    }
    String all = call.cookies + (kept.isEmpty() || call.cookies.isEmpty() ? "" : "; ") + kept;
    return RequestHeaders.with(headers, "Cookie", all);
  }

  private String others(CookieJar jar, Target target) {
    var text = new StringBuilder();
    for (Cookie cookie : jar.of(target)) {
      if (!call.replaced.contains('\0' + cookie.name() + '\0')) {
        text.append(text.isEmpty() ? "" : "; ")
            .append(cookie.name())
            .append('=')
            .append(cookie.value());
      }
    }
    return text.toString();
  }

  /** Takes an answer in; gives the next hop, or null if there is none. */
  @Nullable Hop next(HopAnswer got) {
    answer = got;
    Target target = series.target;
    if (got.failure() != null || target == null) {
      failed(got);
      return null;
    }
    boolean expectsChallenge = call.digest && !challenged;
    sample(got, expectsChallenge);
    if (call.jar != null) {
      call.jar.keep(got.head(), target);
    }
    if (expectsChallenge && got.status() == 401) {
      return authorized(got, target);
    }
    int status = got.status();
    return status >= 301 && status <= 308 && (status <= 303 || status >= 307)
        ? redirected(got, target)
        : null;
  }

  private @Nullable Hop authorized(HopAnswer got, Target target) {
    challenged = true;
    String challenge = ResponseHeaders.first(got.head(), "www-authenticate");
    String userInfo = series.userInfo;
    String header =
        challenge == null || userInfo == null
            ? null
            : DigestAuth.answer(challenge, userInfo, method, target.path());
    if (header == null) {
      return null;
    }
    headers = RequestHeaders.with(headers, "Authorization", header);
    return hop(target, deadline - System.nanoTime());
  }

  private @Nullable Hop redirected(HopAnswer got, Target from) {
    String location = ResponseHeaders.first(got.head(), "location");
    var to = location == null ? null : Targets.resolve(from, location);
    if (to == null) {
      return null;
    }
    if (followed >= call.redirects) {
      if (call.redirects > 0) {
        user.console()
            .log(
                Level.WARN,
                "Stopped after "
                    + followed
                    + " redirects and returned the redirection; pass { redirects: n }"
                    + " in request params or set global maxRedirects to silence this",
                "");
      }
      return null;
    }
    followed++;
    if (got.status() <= 303 && !method.equals("HEAD") && !method.equals("GET")) {
      method = "GET";
      body = null;
      headers = RequestHeaders.without(headers, OF_THE_BODY);
    }
    Target target = to.target();
    if (!target.host().equals(from.host())) {
      headers = RequestHeaders.without(headers, OF_THE_HOST);
    }
    if (!from.secure() || target.secure()) {
      headers = RequestHeaders.with(headers, "Referer", from.url());
    }
    series = book.of(method, target.url(), call.name, tags, user.http().systemTags());
    return hop(series.target == null ? target : series.target, deadline - System.nanoTime());
  }

  private void sample(HopAnswer got, boolean expectsChallenge) {
    StatusSet set = call.expected;
    boolean expected =
        set != null && (expectsChallenge ? got.status() == 401 : set.has(got.status()));
    code = ErrorCodes.of(got.status());
    user.samples()
        .hop(
            got.times(),
            set != null,
            expected,
            series.answered(
                got.status(),
                got.protocol(),
                got.peer().tlsVersion(),
                set != null,
                expected,
                code,
                ""));
  }

  private void failed(HopAnswer got) {
    var failure = got.failure() == null ? new HopFailure(HopFailure.Kind.OTHER, "") : got.failure();
    code = ErrorCodes.of(failure);
    error = ErrorCodes.text(failure);
    boolean judged = call.expected != null;
    if (failure.kind() != HopFailure.Kind.INVALID_URL) {
      user.samples()
          .hop(got.times(), judged, false, series.answered(0, "", "", judged, false, code, error));
    }
    if (!call.throwing) {
      user.console().log(Level.WARN, "Request Failed error=" + quoted(problem()), "");
    }
  }

  private static String quoted(String text) {
    return '"' + text.replace("\"", "\\\"") + '"';
  }

  /** What failed, in one line; "" if nothing did. */
  String problem() {
    if (error.isEmpty()) {
      return "";
    }
    String verb = method.charAt(0) + method.substring(1).toLowerCase(Locale.ROOT);
    return verb + " \"" + url() + "\": " + error;
  }

  boolean throwing() {
    return call.throwing && !error.isEmpty();
  }

  String url() {
    Target target = series.target;
    return target == null ? series.name : target.url();
  }

  Call call() {
    return call;
  }

  HopAnswer answer() {
    return answer;
  }

  @Nullable Hop lastHop() {
    return hop;
  }

  int code() {
    return code;
  }

  String error() {
    return error;
  }
}
