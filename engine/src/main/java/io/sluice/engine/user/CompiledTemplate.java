package io.sluice.engine.user;

import io.sluice.model.plan.Template;
import io.sluice.model.plan.TextBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Literal bytes with holes, written straight to where they are sent from. Belongs to one cell. */
final class CompiledTemplate {
  /** A piece of a template. */
  private sealed interface Piece {
    void write(VirtualUser user, TextBuffer out);
  }

  private static final class Literal implements Piece {
    private final byte[] bytes;

    Literal(byte[] bytes) {
      this.bytes = bytes;
    }

    @Override
    public void write(VirtualUser user, TextBuffer out) {
      out.append(bytes, 0, bytes.length);
    }
  }

  private record Hole(TextValue value, Template.Escape escape, boolean inLine, TextBuffer scratch)
      implements Piece {
    @Override
    public void write(VirtualUser user, TextBuffer out) {
      if (escape == Template.Escape.NONE && !inLine) {
        value.append(user, out);
        return;
      }
      scratch.clear();
      value.append(user, scratch);
      if (escape == Template.Escape.NONE) {
        Escaper.writeLine(scratch, out);
      } else {
        Escaper.write(escape, scratch, out);
      }
    }
  }

  private final Piece[] pieces;

  private CompiledTemplate(List<Piece> pieces) {
    this.pieces = pieces.toArray(Piece[]::new);
  }

  /** A text that stands alone: a body, or what one is compared with. */
  static CompiledTemplate of(Template template, ValueCompiler values) {
    return new Builder(values).add(template, false).build();
  }

  /** A text within a line of the request's head, which it must not end. */
  static CompiledTemplate inLine(Template template, ValueCompiler values) {
    return new Builder(values).add(template, true).build();
  }

  /** Whether it is the same for every user. */
  boolean constant() {
    return pieces.length == 0 || (pieces.length == 1 && pieces[0] instanceof Literal);
  }

  boolean isEmpty() {
    return pieces.length == 0;
  }

  /** The bytes of one that is {@link #constant()}. */
  byte[] bytes() {
    if (pieces.length == 0) {
      return new byte[0];
    }
    if (pieces[0] instanceof Literal literal && pieces.length == 1) {
      return literal.bytes;
    }
    throw new IllegalStateException("a template with holes has no bytes of its own");
  }

  void write(VirtualUser user, TextBuffer out) {
    for (Piece piece : pieces) {
      piece.write(user, out);
    }
  }

  /** Puts templates and literals together; literals that touch become one. */
  static final class Builder {
    private final ValueCompiler values;
    private final List<Piece> pieces = new ArrayList<>();
    private final TextBuffer literal = new TextBuffer();

    Builder(ValueCompiler values) {
      this.values = values;
    }

    Builder add(byte[] bytes) {
      literal.append(bytes, 0, bytes.length);
      return this;
    }

    Builder add(String text) {
      return add(text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Adds a template.
     *
     * @param inLine whether it stands in a line that its values must not end
     */
    Builder add(Template template, boolean inLine) {
      for (Template.Part part : template.parts()) {
        switch (part) {
          case Template.Literal(String text) -> add(text);
          case Template.Hole(var expr, Template.Escape escape) -> {
            endLiteral();
            pieces.add(new Hole(values.text(expr), escape, inLine, new TextBuffer()));
          }
        }
      }
      return this;
    }

    /** Adds a value that is safe wherever it stands. */
    Builder add(TextValue value) {
      endLiteral();
      pieces.add(new Hole(value, Template.Escape.NONE, false, new TextBuffer()));
      return this;
    }

    private void endLiteral() {
      if (literal.length() > 0) {
        pieces.add(new Literal(java.util.Arrays.copyOf(literal.bytes(), literal.length())));
        literal.clear();
      }
    }

    CompiledTemplate build() {
      endLiteral();
      return new CompiledTemplate(pieces);
    }
  }
}
