package io.sluice.storefront.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import io.netty.util.AsciiString;
import io.sluice.storefront.shop.Refusal;
import java.nio.charset.StandardCharsets;

/**
 * What is answered. The body is shared and never written to after construction.
 *
 * @param allow the value of the {@code Allow} header, empty for none
 */
@SuppressWarnings("ArrayRecordComponent") // Replies are sent, never compared.
record Reply(int status, AsciiString contentType, byte[] body, String allow) {
  static final AsciiString JSON = AsciiString.cached("application/json");
  private static final ObjectWriter WRITER = new ObjectMapper().writer();

  private record ErrorBody(String error, String message) {}

  /** Status 200 with a value that Jackson can write. */
  static Reply ok(Object value) {
    return new Reply(200, JSON, write(value), "");
  }

  static Reply json(String text) {
    return new Reply(200, JSON, text.getBytes(StandardCharsets.UTF_8), "");
  }

  static Reply error(int status, String error, String message) {
    return new Reply(status, JSON, write(new ErrorBody(error, message)), "");
  }

  static Reply methodNotAllowed(String allow) {
    Reply reply = error(405, "method_not_allowed", "this path allows " + allow);
    return new Reply(405, JSON, reply.body, allow);
  }

  static Reply of(Refusal refusal) {
    String message = String.valueOf(refusal.getMessage());
    return switch (refusal.reason()) {
      case INVALID -> error(400, "bad_request", message);
      case UNAUTHORIZED -> error(401, "unauthorized", message);
      case NOT_FOUND -> error(404, "not_found", message);
      case CONFLICT -> error(409, "conflict", message);
    };
  }

  private static byte[] write(Object value) {
    try {
      return WRITER.writeValueAsBytes(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("cannot be written as JSON: " + value, e);
    }
  }
}
