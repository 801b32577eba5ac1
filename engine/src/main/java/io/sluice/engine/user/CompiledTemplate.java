package io.sluice.engine.user;

import io.sluice.engine.wire.ByteSink;
import io.sluice.model.plan.Template;
import io.sluice.model.plan.TextBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Literal bytes with holes, written straight into a sink. Belongs to one cell. */
final class CompiledTemplate {
  /** A piece of a template. */
  @FunctionalInterface
  private interface Piece {
    void write(VirtualUser user, ByteSink sink);
  }

  private final Piece[] pieces;
  private final boolean constant;

  private CompiledTemplate(List<Piece> pieces, boolean constant) {
    this.pieces = pieces.toArray(Piece[]::new);
    this.constant = constant;
  }

  /** A text that stands alone: a body, or what one is compared with. */
  static CompiledTemplate of(Template template, ValueCompiler values) {
    return of(template, values, Escaper::write);
  }

  /** A text within a line of the request's head, which it must not end. */
  static CompiledTemplate inLine(Template template, ValueCompiler values) {
    return of(
        template,
        values,
        (escape, value, sink) -> {
          if (escape == Template.Escape.NONE) {
            Escaper.writeLine(value, sink);
          } else {
            Escaper.write(escape, value, sink);
          }
        });
  }

  /** Writes a value to the place that it stands in. */
  private interface Writer {
    void write(Template.Escape escape, TextBuffer value, ByteSink sink);
  }

  private static CompiledTemplate of(Template template, ValueCompiler values, Writer writer) {
    List<Piece> pieces = new ArrayList<>();
    boolean constant = true;
    for (Template.Part part : template.parts()) {
      switch (part) {
        case Template.Literal(String text) -> {
          byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
          pieces.add((_, sink) -> sink.put(bytes, 0, bytes.length));
        }
        case Template.Hole(var expr, Template.Escape escape) -> {
          constant = false;
          TextValue value = values.text(expr);
          TextBuffer scratch = new TextBuffer();
          pieces.add(
              (user, sink) -> {
                scratch.clear();
                value.append(user, scratch);
                writer.write(escape, scratch, sink);
              });
        }
      }
    }
    return new CompiledTemplate(pieces, constant);
  }

  /** Whether it is the same for every user. */
  boolean constant() {
    return constant;
  }

  boolean isEmpty() {
    return pieces.length == 0;
  }

  void write(VirtualUser user, ByteSink sink) {
    for (Piece piece : pieces) {
      piece.write(user, sink);
    }
  }
}
