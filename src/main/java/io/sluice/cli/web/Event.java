package io.sluice.cli.web;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * One server-sent event (HTML Living Standard, section 9.2), written once for all clients.
 * Immutable.
 */
public final class Event {
  /** Ends a client's stream when all before it is written. */
  static final Event END = new Event(new byte[0]);

  private static final Pattern LINE_END = Pattern.compile("\r\n|\r|\n");
  private final byte[] bytes;

  private Event(byte[] bytes) {
    this.bytes = bytes;
  }

  /**
   * An event.
   *
   * @param id what a client that comes back names as the last that it has; one line, or empty
   * @param name its type; one line, or empty for {@code message}
   * @param data any text
   */
  public static Event of(String id, String name, String data) {
    StringBuilder text = new StringBuilder(data.length() + 64);
    field(text, "id", id);
    field(text, "event", name);
    if (data.indexOf('\n') < 0 && data.indexOf('\r') < 0) { // a page's whole data: one long line
      text.append("data: ").append(data).append('\n');
    } else {
      for (String line : LINE_END.split(data, -1)) {
        text.append("data: ").append(line).append('\n');
      }
    }
    return new Event(text.append('\n').toString().getBytes(StandardCharsets.UTF_8));
  }

  private static void field(StringBuilder text, String field, String value) {
    if (LINE_END.matcher(value).find() || value.indexOf('\0') >= 0) {
      throw new IllegalArgumentException("the %s of an event must be one line".formatted(field));
    }
    if (!value.isEmpty()) {
      text.append(field).append(": ").append(value).append('\n');
    }
  }

  byte[] bytes() {
    return bytes;
  }
}
