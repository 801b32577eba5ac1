package io.sluice.scenarios.compile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import io.sluice.model.plan.Template;
import io.sluice.model.plan.Template.Escape;
import io.sluice.scenarios.compile.Lowering.Filled;
import io.sluice.scenarios.compile.Lowering.Fixed;
import io.sluice.scenarios.compile.Lowering.Piece;
import io.sluice.scenarios.tree.Field;
import io.sluice.scenarios.tree.Payload;
import io.sluice.scenarios.tree.Words;
import java.util.List;

/** Writes the bodies of requests as templates. */
final class BodyCompiler {
  private static final ObjectReader STRICT =
      new ObjectMapper().reader().with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private final Lowering lowering;

  BodyCompiler(Lowering lowering) {
    this.lowering = lowering;
  }

  /** The Content-Type that goes with a body, or empty. */
  static String contentType(Payload payload) {
    return switch (payload) {
      case Payload.Json _, Payload.JsonText _ -> "application/json";
      case Payload.Form _ -> "application/x-www-form-urlencoded";
      case Payload.Raw _, Payload.None _ -> "";
    };
  }

  /**
   * Writes a body.
   *
   * @throws IllegalArgumentException with a sentence, if a JSON text is malformed
   */
  Template compile(Payload payload) {
    return switch (payload) {
      case Payload.None _ -> Template.EMPTY;
      case Payload.Raw raw -> TemplateBuilder.plain(lowering.pieces(raw.text()));
      case Payload.Form form -> form(form.fields());
      case Payload.JsonText text -> jsonText(text.text());
      case Payload.Json json -> {
        TemplateBuilder template = new TemplateBuilder();
        write(json.value(), template);
        yield template.build();
      }
    };
  }

  private Template form(List<Field> fields) {
    TemplateBuilder template = new TemplateBuilder();
    String separator = "";
    for (Field field : fields) {
      template.literal(separator + Encoding.percent(field.name()) + "=");
      for (Piece piece : lowering.pieces(field.value())) {
        switch (piece) {
          case Fixed fixed -> template.literal(Encoding.percent(fixed.text()));
          case Filled filled -> template.hole(filled.value(), Escape.QUERY);
        }
      }
      separator = "&";
    }
    return template.build();
  }

  private void write(Payload.Value value, TemplateBuilder template) {
    switch (value) {
      case Payload.Constant constant -> template.literal(constant.json());
      case Payload.Scalar scalar -> write(lowering.pieces(scalar.words()), template);
      case Payload.Elements elements -> {
        String separator = "[";
        for (Payload.Value element : elements.values()) {
          template.literal(separator);
          write(element, template);
          separator = ",";
        }
        template.literal(elements.values().isEmpty() ? "[]" : "]");
      }
      case Payload.Members members -> {
        String separator = "{";
        for (Payload.Member member : members.members()) {
          template.literal(separator + "\"" + Encoding.json(member.name()) + "\":");
          write(member.value(), template);
          separator = ",";
        }
        template.literal(members.members().isEmpty() ? "{}" : "}");
      }
    }
  }

  private static void write(List<Piece> pieces, TemplateBuilder template) {
    if (pieces.size() == 1 && pieces.getFirst() instanceof Filled filled && filled.number()) {
      template.hole(filled.value(), Escape.NONE);
      return;
    }
    template.literal("\"");
    for (Piece piece : pieces) {
      switch (piece) {
        case Fixed fixed -> template.literal(Encoding.json(fixed.text()));
        case Filled filled -> template.hole(filled.value(), Escape.JSON);
      }
    }
    template.literal("\"");
  }

  /** JSON as it stands; a hole is escaped where it stands inside a JSON string. */
  private Template jsonText(Words words) {
    TemplateBuilder template = new TemplateBuilder();
    StringBuilder sample = new StringBuilder();
    boolean inString = false;
    for (Words.Piece word : words.pieces()) {
      Piece piece = lowering.piece(word);
      if (word instanceof Words.Plain(String text)) {
        inString = endsInString(text, inString);
        template.literal(text);
        sample.append(text);
      } else if (piece instanceof Fixed(String text)) {
        String json = inString ? Encoding.json(text) : text;
        template.literal(json);
        sample.append(json);
      } else if (piece instanceof Filled filled) {
        template.hole(filled.value(), inString ? Escape.JSON : Escape.NONE);
        sample.append('0');
      }
    }
    try {
      STRICT.readTree(sample.toString());
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(
          "the JSON is malformed in its line %d: %s"
              .formatted(e.getLocation().getLineNr(), e.getOriginalMessage()),
          e);
    }
    return template.build();
  }

  private static boolean endsInString(String json, boolean inString) {
    boolean inside = inString;
    for (int i = 0; i < json.length(); i++) {
      if (json.charAt(i) == '\\') {
        i++;
      } else if (json.charAt(i) == '"') {
        inside = !inside;
      }
    }
    return inside;
  }
}
