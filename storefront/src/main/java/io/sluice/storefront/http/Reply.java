package io.sluice.storefront.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.util.AsciiString;
import io.sluice.storefront.shop.Refusal;
import java.util.Arrays;

/**
 * What is answered.
 *
 * @param allow the value of the {@code Allow} header, empty for none
 * @param coding how the body is compressed
 */
record Reply(
    HttpResponseStatus status,
    AsciiString contentType,
    Body body,
    AsciiString allow,
    ContentCoding coding) {
  private static final AsciiString JSON = AsciiString.cached("application/json");
  private static final AsciiString SERVER = AsciiString.cached("sluice-storefront");
  private static final AsciiString SERVER_TIMING = AsciiString.cached("server-timing");
  private static final ObjectWriter WRITER = new ObjectMapper().writer();
  private static final int MOST_FIELDS = 9;

  private record ErrorBody(String error, String message) {}

  /** Status 200 with a value that Jackson can write. */
  static Reply ok(Object value) {
    return of(HttpResponseStatus.OK, JSON, Body.once(write(value)));
  }

  /** Status 200 with a value that Jackson can write, to be sent often. */
  static Reply lasting(Object value) {
    return lasting(JSON, write(value));
  }

  /** Status 200 with a content that is sent often. */
  static Reply lasting(AsciiString contentType, byte[] content) {
    return of(HttpResponseStatus.OK, contentType, Body.lasting(content));
  }

  static Reply json(byte[] text) {
    return of(HttpResponseStatus.OK, JSON, Body.once(text));
  }

  static Reply error(HttpResponseStatus status, String error, String message) {
    return of(status, JSON, Body.once(write(new ErrorBody(error, message))));
  }

  static Reply methodNotAllowed(String allow) {
    Reply reply =
        error(
            HttpResponseStatus.METHOD_NOT_ALLOWED,
            "method_not_allowed",
            "this path allows " + allow);
    return new Reply(
        reply.status, JSON, reply.body, AsciiString.cached(allow), ContentCoding.IDENTITY);
  }

  static Reply of(Refusal refusal) {
    String message = String.valueOf(refusal.getMessage());
    return switch (refusal.reason()) {
      case INVALID -> error(HttpResponseStatus.BAD_REQUEST, "bad_request", message);
      case UNAUTHORIZED -> error(HttpResponseStatus.UNAUTHORIZED, "unauthorized", message);
      case NOT_FOUND -> error(HttpResponseStatus.NOT_FOUND, "not_found", message);
      case CONFLICT -> error(HttpResponseStatus.CONFLICT, "conflict", message);
    };
  }

  private static Reply of(HttpResponseStatus status, AsciiString contentType, Body body) {
    return new Reply(status, contentType, body, AsciiString.EMPTY_STRING, ContentCoding.IDENTITY);
  }

  /** The same, compressed. */
  Reply in(ContentCoding wanted) {
    return wanted == coding ? this : new Reply(status, contentType, body.in(wanted), allow, wanted);
  }

  /**
   * The header fields, each name followed by its value.
   *
   * @param timing the value of the {@code Server-Timing} header, empty for none
   * @param connection the value of the {@code Connection} header, empty for none
   */
  AsciiString[] fields(AsciiString date, AsciiString timing, AsciiString connection) {
    AsciiString[] fields = new AsciiString[2 * MOST_FIELDS];
    int size = put(fields, 0, HttpHeaderNames.CONTENT_TYPE, contentType);
    size = put(fields, size, HttpHeaderNames.CONTENT_LENGTH, body.length());
    size = put(fields, size, HttpHeaderNames.DATE, date);
    size = put(fields, size, HttpHeaderNames.SERVER, SERVER);
    if (coding != ContentCoding.IDENTITY) {
      size = put(fields, size, HttpHeaderNames.CONTENT_ENCODING, coding.token());
      size = put(fields, size, HttpHeaderNames.VARY, HttpHeaderNames.ACCEPT_ENCODING);
    }
    size = put(fields, size, HttpHeaderNames.ALLOW, allow);
    size = put(fields, size, SERVER_TIMING, timing);
    size = put(fields, size, HttpHeaderNames.CONNECTION, connection);
    return Arrays.copyOf(fields, size);
  }

  private static int put(AsciiString[] fields, int size, AsciiString name, AsciiString value) {
    if (value.isEmpty()) {
      return size;
    }
    fields[size] = name;
    fields[size + 1] = value;
    return size + 2;
  }

  private static byte[] write(Object value) {
    try {
      return WRITER.writeValueAsBytes(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("cannot be written as JSON: " + value, e);
    }
  }
}
