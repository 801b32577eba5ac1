package io.sluice.reports.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sluice.reports.text.Printable;

/** Writes JSON the way all of a run's files do. */
public final class JsonText {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final DefaultIndenter INDENTER = new DefaultIndenter("  ", "\n");

  private JsonText() {}

  /** A new, empty object. */
  public static ObjectNode object() {
    return MAPPER.createObjectNode();
  }

  /** Puts a number; null stands for a number that does not exist or is infinite. */
  public static void put(ObjectNode object, String key, double value) {
    if (Double.isFinite(value)) {
      object.put(key, value);
    } else {
      object.putNull(key);
    }
  }

  /** A share or a rate without digits that mean nothing: six decimals. */
  public static double rounded(double value) {
    return Double.isFinite(value) ? Math.rint(value * 1e6) / 1e6 : value;
  }

  /** A duration of seconds to the microsecond, a duration of milliseconds likewise. */
  static double micros(double value, double unitsPerMicro) {
    return Double.isFinite(value) ? Math.rint(value * unitsPerMicro) / unitsPerMicro : value;
  }

  /** For readers: indented, line feeds, ending with one; always well-formed Unicode. */
  public static String pretty(JsonNode node) {
    DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
    printer.indentObjectsWith(INDENTER);
    printer.indentArraysWith(INDENTER);
    try {
      return Printable.wellFormed(MAPPER.writer(printer).writeValueAsString(node)) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of JSON nodes can always be written", e);
    }
  }

  /**
   * For the inside of an HTML {@code script} element: no character in it can end the element, start
   * a comment or end a line of JavaScript.
   */
  public static String embedded(JsonNode node) {
    return Printable.wellFormed(node.toString())
        .replace("<", "\\u003c")
        .replace(">", "\\u003e")
        .replace("&", "\\u0026")
        .replace("\u2028", "\\u2028")
        .replace("\u2029", "\\u2029");
  }
}
