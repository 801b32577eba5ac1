package io.sluice.storefront.http;

import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.sluice.storefront.endpoint.Route;
import io.sluice.storefront.endpoint.Router;
import io.sluice.storefront.fault.FaultInjector;
import io.sluice.storefront.http.PlannedReply.Counting;
import io.sluice.storefront.truth.GroundTruth;

/**
 * Decides what each request is answered and when: the shop's answer or an injected error, after the
 * endpoint's latency. Requests that reach no endpoint are held by stalls only. Any event loop may
 * call it.
 */
public final class Responder {
  private static final String TRUTH_PATH = "/__truth";
  private static final String MALFORMED = "(malformed)";

  private final ShopApi api;
  private final FaultInjector faults;
  private final GroundTruth truth;

  public Responder(ShopApi api, FaultInjector faults, GroundTruth truth) {
    this.api = api;
    this.faults = faults;
    this.truth = truth;
  }

  PlannedReply plan(FullHttpRequest request, long arrivalNanos) {
    if (request.decoderResult().isFailure()) {
      return aside(malformed(request.decoderResult().cause()), MALFORMED, arrivalNanos);
    }
    String path;
    try {
      path = Target.path(request.uri());
    } catch (IllegalArgumentException e) {
      return aside(
          Reply.error(400, "bad_request", "the path is malformed"), MALFORMED, arrivalNanos);
    }
    String method = request.method().name();
    if (path.equals(TRUTH_PATH) && (method.equals("GET") || method.equals("HEAD"))) {
      Reply figures = Reply.json(truth.toJson());
      return new PlannedReply(figures, TRUTH_PATH, Counting.UNCOUNTED, arrivalNanos);
    }
    Route route = Router.route(method, path);
    return switch (route) {
      case Route.Found found -> atEndpoint(found, request, arrivalNanos);
      case Route.WrongMethod wrong ->
          aside(Reply.methodNotAllowed(wrong.endpoint().allow()), wrong.label(), arrivalNanos);
      case Route.UnknownPath unknown ->
          aside(
              Reply.error(404, "not_found", "there is no such path"),
              unknown.label(),
              arrivalNanos);
    };
  }

  PlannedReply planOversized(HttpRequest head, long arrivalNanos) {
    Reply reply =
        Reply.error(
            413,
            "payload_too_large",
            "the body must not exceed " + RequestAggregator.LARGEST_BODY_BYTES + " bytes");
    String label = MALFORMED;
    try {
      label = Router.route(head.method().name(), Target.path(head.uri())).label();
    } catch (IllegalArgumentException e) {
      // A path that cannot be decoded has no label of its own.
    }
    return aside(reply, label, arrivalNanos);
  }

  private PlannedReply atEndpoint(Route.Found found, FullHttpRequest request, long arrivalNanos) {
    Reply reply =
        faults.drawError(found.endpoint())
            ? Reply.error(500, "injected_error", "this answer is wrong on purpose")
            : api.answer(found, request);
    long releaseNanos = faults.drawRelease(found.endpoint(), arrivalNanos);
    return new PlannedReply(reply, found.label(), Counting.COUNTED, releaseNanos);
  }

  private PlannedReply aside(Reply reply, String label, long arrivalNanos) {
    long releaseNanos = faults.heldByStall(arrivalNanos);
    return new PlannedReply(reply, label, Counting.COUNTED, releaseNanos);
  }

  private static Reply malformed(Throwable cause) {
    return switch (cause) {
      case TooLongHttpLineException e ->
          Reply.error(414, "uri_too_long", "the request line is too long");
      case TooLongHttpHeaderException e ->
          Reply.error(431, "headers_too_large", "the headers are too large");
      default -> Reply.error(400, "bad_request", "the request is not valid HTTP");
    };
  }
}
