package io.sluice.k6.options;

import com.fasterxml.jackson.databind.JsonNode;
import io.sluice.k6.K6Exception;
import java.util.List;
import java.util.Set;

/** Values of one piece. */
enum Scalar implements ValueKind {
  /** true or false. */
  BOOL {
    private static final Set<String> YES = Set.of("1", "t", "T", "TRUE", "true", "True");
    private static final Set<String> NO = Set.of("0", "f", "F", "FALSE", "false", "False");

    @Override
    public JsonNode json(JsonNode value, Place place) throws K6Exception {
      if (!value.isBoolean()) {
        throw place.expected("true or false", Json.shown(value));
      }
      return value;
    }

    @Override
    JsonNode read(String text, Place place) throws K6Exception {
      if (!YES.contains(text) && !NO.contains(text)) {
        throw place.expected("true or false", "'" + text + "'");
      }
      return Json.NODES.booleanNode(YES.contains(text));
    }
  },
  /** A whole number. */
  WHOLE {
    @Override
    public JsonNode json(JsonNode value, Place place) throws K6Exception {
      if (value.isTextual()) {
        return read(value.asText(), place);
      }
      if (!value.isNumber() || !isWhole(value.doubleValue())) {
        throw place.expected("a whole number", Json.shown(value));
      }
      return Json.NODES.numberNode(value.longValue());
    }

    private static boolean isWhole(double number) {
      return number == Math.rint(number) && Math.abs(number) < 9e18;
    }

    @Override
    JsonNode read(String text, Place place) throws K6Exception {
      try {
        return Json.NODES.numberNode(Long.parseLong(text.strip()));
      } catch (NumberFormatException e) {
        throw place.expected("a whole number", "'" + text + "'");
      }
    }
  },
  /** A duration; canonical is the text of {@link GoDuration}. */
  DURATION {
    @Override
    public JsonNode json(JsonNode value, Place place) throws K6Exception {
      if (!value.isTextual() && !value.isNumber()) {
        throw place.expected("a duration such as '30s'", Json.shown(value));
      }
      return read(value.asText(), place);
    }

    @Override
    JsonNode read(String text, Place place) throws K6Exception {
      try {
        return Json.NODES.textNode(GoDuration.format(GoDuration.parse(text)));
      } catch (IllegalArgumentException e) {
        throw place.mistake(String.valueOf(e.getMessage()));
      }
    }
  },
  /** A text. */
  TEXT {
    @Override
    public JsonNode json(JsonNode value, Place place) throws K6Exception {
      if (!value.isTextual()) {
        throw place.expected("a string", Json.shown(value));
      }
      return value;
    }

    @Override
    JsonNode read(String text, Place place) {
      return Json.NODES.textNode(text);
    }
  },
  /** The unit of the summary's times. */
  TIME_UNIT {
    @Override
    public JsonNode json(JsonNode value, Place place) throws K6Exception {
      return read(TEXT.json(value, place).asText(), place);
    }

    @Override
    JsonNode read(String text, Place place) throws K6Exception {
      if (!Set.of("", "s", "ms", "us").contains(text)) {
        throw place.mistake("invalid summary time unit '" + text + "', use 's', 'ms' or 'us'");
      }
      return Json.NODES.textNode(text);
    }
  };

  abstract JsonNode read(String text, Place place) throws K6Exception;

  @Override
  public JsonNode text(List<String> texts, Place place) throws K6Exception {
    return read(texts.getLast(), place);
  }
}
