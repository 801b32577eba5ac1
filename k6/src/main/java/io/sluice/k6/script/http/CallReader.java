package io.sluice.k6.script.http;

import io.sluice.k6.script.api.UserState;
import java.nio.charset.StandardCharsets;
import org.graalvm.polyglot.Value;
import org.jspecify.annotations.Nullable;

/**
 * Reads the parameters of a call that are seldom given; those that always are come as arguments of
 * their own.
 */
final class CallReader {
  private final UserState user;

  CallReader(UserState user) {
    this.user = user;
  }

  /** A body as bytes, or null if there is none. */
  static byte @Nullable [] bytes(Value body) {
    if (body.isNull()) {
      return null;
    }
    if (body.isString()) {
      return body.asString().getBytes(StandardCharsets.UTF_8);
    }
    var bytes = new byte[(int) body.getBufferSize()];
    body.readBuffer(0, bytes, 0, bytes.length);
    return bytes;
  }

  /** Puts in what the script gave. */
  void read(Value extras, Call call) {
    for (String key : extras.getMemberKeys()) {
      Value value = extras.getMember(key);
      switch (key) {
        case "timeout" -> call.timeoutNanos = timeout(value);
        case "redirects" -> call.redirects = value.asInt();
        case "throw" -> call.throwing = value.asBoolean();
        case "auth" -> call.digest = auth(value.asString());
        case "cookies" -> call.cookies = value.asString();
        case "replaced" -> call.replaced = value.asString();
        case "jar" -> call.jar = value.isNull() ? null : value.asHostObject();
        case "expected" -> call.expected = value.isNull() ? null : value.asHostObject();
        case "responseType" -> type(value.asString(), call);
        default -> throw new IllegalStateException(key);
      }
    }
  }

  private void type(String type, Call call) {
    call.wantsBody = !type.equals("none");
    call.binary = type.equals("binary");
    if (!call.binary && call.wantsBody && !type.equals("text")) {
      throw user.error("invalid responseType '" + type + "': expected text, binary or none");
    }
  }

  private boolean auth(String kind) {
    return switch (kind) {
      case "digest" -> true;
      case "basic", "" -> false;
      default -> throw user.error("auth '" + kind + "' is not supported: expected basic or digest");
    };
  }

  private long timeout(Value value) {
    double millis = value.isNumber() ? value.asDouble() : Durations.millis(value.asString());
    if (Double.isNaN(millis) || millis < 0) {
      String shown = value.isNumber() ? Double.toString(value.asDouble()) : value.asString();
      throw user.error(
          "invalid timeout value "
              + shown
              + ": expected milliseconds or a duration such as \"10s\"");
    }
    return (long) (millis * 1e6);
  }
}
