package io.sluice.engine.user;

import io.sluice.engine.measure.Recorder;
import io.sluice.engine.wire.Exchange;
import io.sluice.engine.wire.WantedHeaders;
import io.sluice.model.plan.ArrivalModel.Arm;
import io.sluice.model.plan.LoadPlan;
import io.sluice.model.plan.RequestSpec;
import io.sluice.model.plan.Target;
import io.sluice.model.plan.TextBuffer;
import java.net.URI;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Where a 3xx answer leads (RFC 9110 section 15.4): followed only to the plan's own targets, and
 * where two arms are compared, only to those of the request's arm: a release that sends its users
 * to the other one would be judged by its answers. Not on the hot path; allocates.
 */
final class Redirects {
  private static final int MOST = 10;
  private final List<Target> targets;
  private final Map<String, Set<Integer>> targetsOfArms = new HashMap<>();

  Redirects(LoadPlan plan) {
    targets = plan.targets();
    for (RequestSpec request : plan.requests()) {
      targetsOfArms.computeIfAbsent(arm(request), _ -> new HashSet<>()).add(request.target());
    }
  }

  private static String arm(RequestSpec request) {
    return request.tags().getOrDefault(Arm.TAG, "");
  }

  private boolean allows(RequestSpec request, int target) {
    String arm = arm(request);
    return target >= 0
        && (arm.isEmpty() || targetsOfArms.getOrDefault(arm, Set.of()).contains(target));
  }

  /** Whether the answer asks to go elsewhere, and the request is one that follows. */
  boolean applies(CompiledRequest request, Exchange exchange) {
    int status = exchange.status();
    return status >= 301
        && status <= 308
        && (status <= 303 || status >= 307)
        && request.spec.redirects() == RequestSpec.Redirects.FOLLOW
        && exchange.headerIfSeen(WantedHeaders.LOCATION) != null;
  }

  /** RFC 9110 sections 15.4.2 to 15.4.4: 303 asks for GET; after 301 and 302, POST turns to it. */
  private static boolean becomesGet(int status, String method) {
    return switch (status) {
      case 301, 302 -> method.equals("POST");
      case 303 -> !method.equals("GET") && !method.equals("HEAD");
      default -> false;
    };
  }

  /** RFC 3986 section 5.2.2; {@link URI#resolve} loses the path before a query alone. */
  private static URI resolve(URI base, String reference) {
    return reference.startsWith("?")
        ? base.resolve(base.getRawPath() + reference)
        : base.resolve(reference);
  }

  /** Prepares the exchange for the next hop; false if the answer is to be taken as it is. */
  boolean prepare(CompiledRequest request, VirtualUser user, Recorder recorder) {
    Exchange exchange = user.exchange;
    TextBuffer location = exchange.headerIfSeen(WantedHeaders.LOCATION);
    String text = location == null ? "" : location.toString().strip();
    if (user.redirects >= MOST) {
      recorder.redirectRefused(request.number, "more than " + MOST + " redirects");
      return false;
    }
    try {
      String sent = targets.get(exchange.target()) + request.sentPath(user);
      URI uri = resolve(URI.create(sent), text);
      int target = targets.indexOf(Target.of(uri));
      String path = CompiledRequest.pathOf(uri.getRawPath(), uri.getRawQuery());
      if (!allows(request.spec, target) || path == null) {
        recorder.redirectRefused(request.number, "redirect to " + uri + " not followed");
        return false;
      }
      boolean asGet = becomesGet(exchange.status(), request.spec.method());
      exchange.redirect(request.redirected(target, path, asGet), target, request.head);
      return true;
    } catch (IllegalArgumentException e) {
      recorder.redirectRefused(request.number, "redirect to '" + text + "' is no URL");
      return false;
    }
  }
}
