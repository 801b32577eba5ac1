package io.sluice.model.plan;

import java.util.List;

/**
 * Text with holes, filled in for each request: a path, a header value, a body.
 *
 * @param parts in order; empty for the empty text
 */
public record Template(List<Part> parts) {
  /** The text of no characters. */
  public static final Template EMPTY = new Template(List.of());

  /** A piece of a template. */
  public sealed interface Part {}

  /** Bytes that never change; they are sent in UTF-8. */
  public record Literal(String text) implements Part {}

  /** A value that is computed for each request and escaped for the place it stands in. */
  public record Hole(Expr value, Escape escape) implements Part {}

  /** How a value is escaped for the place it is written to. */
  public enum Escape {
    /** As it is; in a header, control characters are dropped. */
    NONE,
    /** Percent-encoded for a path segment (RFC 3986 section 3.3). */
    PATH,
    /** Percent-encoded for a query or form value (RFC 3986 section 3.4). */
    QUERY,
    /** Escaped for the inside of a JSON string (RFC 8259 section 7). */
    JSON
  }

  public Template {
    parts = List.copyOf(parts);
  }

  /** A template without holes. */
  public static Template of(String literal) {
    return literal.isEmpty() ? EMPTY : new Template(List.of(new Literal(literal)));
  }

  /** Whether it is the empty text. */
  public boolean isEmpty() {
    return parts.isEmpty();
  }

  /** The text for a reader: literals as they are, holes as {@code ${…}}. */
  public String display() {
    StringBuilder text = new StringBuilder();
    for (Part part : parts) {
      switch (part) {
        case Literal literal -> text.append(literal.text());
        case Hole _ -> text.append("${…}");
      }
    }
    return text.toString();
  }
}
