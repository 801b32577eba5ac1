package io.sluice.scenarios.compile;

import io.sluice.model.plan.Expr;
import io.sluice.model.plan.Template;
import io.sluice.model.plan.Template.Escape;
import java.util.ArrayList;
import java.util.List;

/** Joins literals and holes to a template. */
final class TemplateBuilder {
  private final List<Template.Part> parts = new ArrayList<>();
  private final StringBuilder literal = new StringBuilder();

  TemplateBuilder literal(String text) {
    literal.append(text);
    return this;
  }

  TemplateBuilder hole(Expr value, Escape escape) {
    flush();
    parts.add(new Template.Hole(value, escape));
    return this;
  }

  private void flush() {
    if (!literal.isEmpty()) {
      parts.add(new Template.Literal(literal.toString()));
      literal.setLength(0);
    }
  }

  Template build() {
    flush();
    return new Template(parts);
  }

  /** A text without any escaping. */
  static Template plain(List<Lowering.Piece> pieces) {
    TemplateBuilder template = new TemplateBuilder();
    for (Lowering.Piece piece : pieces) {
      switch (piece) {
        case Lowering.Fixed fixed -> template.literal(fixed.text());
        case Lowering.Filled filled -> template.hole(filled.value(), Escape.NONE);
      }
    }
    return template.build();
  }
}
