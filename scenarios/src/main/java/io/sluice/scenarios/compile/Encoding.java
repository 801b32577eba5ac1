package io.sluice.scenarios.compile;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Writes text that is known now into the places it stands in. */
public final class Encoding {
  private static final String UNRESERVED = "-._~";
  private static final String URL_PUNCTUATION = "-._~:/?[]@!$&'()*+,;=%";

  private Encoding() {}

  /** Percent-encodes for a query or form value: everything but unreserved characters (RFC 3986). */
  public static String percent(String text) {
    return percent(text, UNRESERVED);
  }

  /** Percent-encodes only what may not stand in a path or query at all; a '%' is left alone. */
  public static String url(String text) {
    return percent(text, URL_PUNCTUATION);
  }

  /** Escapes for the inside of a JSON string (RFC 8259 section 7). */
  public static String json(String text) {
    return new String(JsonStringEncoder.getInstance().quoteAsString(text));
  }

  private static String percent(String text, String allowed) {
    StringBuilder encoded = new StringBuilder();
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xff);
      boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
      if (letter || (c >= '0' && c <= '9') || allowed.indexOf(c) >= 0) {
        encoded.append(c);
      } else {
        encoded.append(String.format(Locale.ROOT, "%%%02X", (int) c));
      }
    }
    return encoded.toString();
  }
}
