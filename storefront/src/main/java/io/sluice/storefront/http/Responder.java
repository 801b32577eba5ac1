package io.sluice.storefront.http;

import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.sluice.storefront.endpoint.Route;
import io.sluice.storefront.endpoint.Router;
import io.sluice.storefront.fault.Delivery;
import io.sluice.storefront.fault.Fate;
import io.sluice.storefront.fault.FaultInjector;
import io.sluice.storefront.truth.GroundTruth;
import java.nio.charset.StandardCharsets;

/**
 * Decides what each request is answered and when: the shop's answer, an injected error, a refusal
 * by a limit or a reset, after the endpoint's latency. Requests that reach no endpoint are held by
 * stalls only. Any event loop may call it.
 */
public final class Responder {
  private static final String TRUTH_PATH = "/__truth";
  private static final String MALFORMED = "(malformed)";
  private static final Reply INJECTED_ERROR =
      Reply.error(
          HttpResponseStatus.INTERNAL_SERVER_ERROR,
          "injected_error",
          "this answer is wrong on purpose");
  private static final Reply OVER_LIMIT =
      Reply.error(
          HttpResponseStatus.TOO_MANY_REQUESTS,
          "over_limit",
          "there are more requests than allowed");
  private static final Reply UNKNOWN_PATH =
      Reply.error(HttpResponseStatus.NOT_FOUND, "not_found", "there is no such path");
  private static final Reply MALFORMED_PATH =
      Reply.error(HttpResponseStatus.BAD_REQUEST, "bad_request", "the path is malformed");
  private static final Reply INVALID_HTTP =
      Reply.error(HttpResponseStatus.BAD_REQUEST, "bad_request", "the request is not valid HTTP");
  private static final Reply LINE_TOO_LONG =
      Reply.error(
          HttpResponseStatus.REQUEST_URI_TOO_LONG, "uri_too_long", "the request line is too long");
  private static final Reply HEADERS_TOO_LARGE =
      Reply.error(
          HttpResponseStatus.REQUEST_HEADER_FIELDS_TOO_LARGE,
          "headers_too_large",
          "the headers are too large");
  private static final Reply BODY_TOO_LARGE =
      Reply.error(
          HttpResponseStatus.REQUEST_ENTITY_TOO_LARGE,
          "payload_too_large",
          "the body must not exceed " + RequestBody.LARGEST_BYTES + " bytes");

  private final ShopApi api;
  private final FaultInjector faults;
  private final GroundTruth truth;

  public Responder(ShopApi api, FaultInjector faults, GroundTruth truth) {
    this.api = api;
    this.faults = faults;
    this.truth = truth;
  }

  Plan plan(Request request, long arrivalNanos) {
    String method = request.head().method();
    String path;
    try {
      path = Target.path(request.head().target());
    } catch (IllegalArgumentException e) {
      return aside(MALFORMED_PATH, MALFORMED, arrivalNanos);
    }
    if (path.equals(TRUTH_PATH) && (method.equals("GET") || method.equals("HEAD"))) {
      Reply figures = Reply.json(truth.toJson().getBytes(StandardCharsets.UTF_8));
      return new Plan.UncountedAnswer(coded(figures, request.head()), arrivalNanos);
    }
    Route route = Router.route(method, path);
    return switch (route) {
      case Route.Found found -> atEndpoint(found, request, arrivalNanos);
      case Route.WrongMethod wrong ->
          aside(
              coded(Reply.methodNotAllowed(wrong.endpoint().allow()), request.head()),
              wrong.label(),
              arrivalNanos);
      case Route.UnknownPath unknown ->
          aside(coded(UNKNOWN_PATH, request.head()), unknown.label(), arrivalNanos);
    };
  }

  private Plan atEndpoint(Route.Found found, Request request, long arrivalNanos) {
    Fate fate = faults.fateOf(found.endpoint(), arrivalNanos);
    return switch (fate.treatment()) {
      case RESET -> new Plan.Reset(found.label(), fate.drawnNanos(), fate.releaseNanos());
      case REFUSED -> answer(OVER_LIMIT, found, request, fate);
      case ERROR -> answer(INJECTED_ERROR, found, request, fate);
      case SERVED -> answer(api.answer(found, request), found, request, fate);
    };
  }

  private static Plan answer(Reply reply, Route.Found found, Request request, Fate fate) {
    return new Plan.Answer(
        coded(reply, request.head()),
        found.label(),
        request.head().wantsNoBody() ? Delivery.whole() : fate.delivery(),
        fate.drawnNanos(),
        fate.releaseNanos());
  }

  /** The answer to a request whose body is larger than the shop reads. */
  Plan planOversized(RequestHead head, long arrivalNanos) {
    String label = MALFORMED;
    try {
      label = Router.route(head.method(), Target.path(head.target())).label();
    } catch (IllegalArgumentException e) {
      // A path that cannot be decoded has no label of its own.
    }
    return aside(BODY_TOO_LARGE, label, arrivalNanos);
  }

  /** The answer to what is not valid HTTP. */
  Plan planMalformed(Throwable cause, long arrivalNanos) {
    Reply reply =
        switch (cause) {
          case TooLongHttpLineException e -> LINE_TOO_LONG;
          case TooLongHttpHeaderException e -> HEADERS_TOO_LARGE;
          default -> INVALID_HTTP;
        };
    return aside(reply, MALFORMED, arrivalNanos);
  }

  private Plan aside(Reply reply, String label, long arrivalNanos) {
    return new Plan.Answer(reply, label, Delivery.whole(), 0, faults.heldByStall(arrivalNanos));
  }

  private static Reply coded(Reply reply, RequestHead head) {
    return reply.in(AcceptEncoding.preferred(head.acceptEncoding()));
  }
}
