package io.sluice.k6.options;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.sluice.k6.K6Exception;
import io.sluice.model.plan.Nearest;
import java.util.List;
import java.util.regex.Pattern;

/** Lists of texts; in one text they are parted by commas. */
enum Listing implements ValueKind {
  /** Any texts. */
  TEXTS {
    @Override
    void check(String item, Place place) {}
  },
  /** Where samples go; a flag's value may have commas of its own. */
  OUTPUTS {
    @Override
    void check(String item, Place place) {}

    @Override
    public JsonNode text(List<String> texts, Place place) throws K6Exception {
      if (!place.source().startsWith("--")) {
        return super.text(texts, place);
      }
      ArrayNode list = Json.NODES.arrayNode();
      texts.forEach(list::add);
      return list;
    }
  },
  /** Columns of the summary. */
  TREND_STATS {
    private static final Pattern PERCENTILE = Pattern.compile("p\\((\\d+(?:\\.\\d+)?)\\)");
    private static final List<String> WORDS = List.of("avg", "min", "med", "max", "count");

    @Override
    void check(String item, Place place) throws K6Exception {
      var percentile = PERCENTILE.matcher(item);
      if (percentile.matches()) {
        if (Double.parseDouble(percentile.group(1)) > 100) {
          throw place.mistake(
              "invalid percentile trend stat value '"
                  + item
                  + "', provide a number between 0 and 100");
        }
      } else if (!WORDS.contains(item)) {
        throw place.mistake(
            "invalid trend stat '%s', expected avg, min, med, max, count or p(N)%s"
                .formatted(item, Nearest.hint(item, WORDS)));
      }
    }
  },
  /** Tags that k6 sets; unknown ones are dropped, as k6 does. */
  SYSTEM_TAGS {
    @Override
    void check(String item, Place place) {}
  },
  /** Blocks of addresses. */
  IP_NETS {
    @Override
    void check(String item, Place place) throws K6Exception {
      try {
        IpNet.parse(item);
      } catch (IllegalArgumentException e) {
        throw place.mistake(String.valueOf(e.getMessage()));
      }
    }
  },
  /** Cipher suites, by Go's names. */
  CIPHER_SUITES {
    @Override
    void check(String item, Place place) throws K6Exception {
      if (!CipherSuites.NAMES.contains(item)) {
        throw place.mistake(
            "there is no cipher suite '%s'%s"
                .formatted(item, Nearest.hint(item, CipherSuites.NAMES)));
      }
    }
  },
  /** Host names, the first of whose labels may be {@code *}. */
  HOST_PATTERNS {
    @Override
    void check(String item, Place place) throws K6Exception {
      if (!HostPattern.isValid(item)) {
        throw place.expected(
            "a host name, with a leading '*' if need be, such as '*.example.com'",
            "'" + item + "'");
      }
    }
  };

  abstract void check(String item, Place place) throws K6Exception;

  @Override
  public JsonNode json(JsonNode value, Place place) throws K6Exception {
    if (!value.isArray()) {
      throw place.expected("an array of strings", Json.shown(value));
    }
    for (int i = 0; i < value.size(); i++) {
      check(Scalar.TEXT.json(value.get(i), place.item(i)).asText(), place.item(i));
    }
    return value;
  }

  @Override
  public JsonNode text(List<String> texts, Place place) throws K6Exception {
    ArrayNode list = Json.NODES.arrayNode();
    for (String text : texts) {
      for (String item : text.split(",", -1)) {
        check(item.strip(), place);
        list.add(item.strip());
      }
    }
    return list;
  }
}
