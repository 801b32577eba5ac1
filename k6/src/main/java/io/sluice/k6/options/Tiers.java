package io.sluice.k6.options;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sluice.k6.K6Exception;
import io.sluice.model.plan.Nearest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Lays the sources of options one over the other.
 *
 * <p>A source that says anything of duration, iterations, stages or scenarios takes all four from
 * those below it; of {@code dns} each field counts by itself.
 */
final class Tiers {
  private final ObjectNode merged = Json.object();
  private final List<String> warnings = new ArrayList<>();

  /** The options of all sources, canonical. */
  static Tiers merge(OptionSources sources) throws K6Exception {
    Tiers tiers = new Tiers();
    tiers.over("file", tiers.file(sources.configFile(), sources.configName()));
    tiers.over("script", tiers.script(sources.script()));
    tiers.over("env", environment(sources.environment()));
    tiers.over("cli", flags(sources.flags()));
    return tiers;
  }

  ObjectNode merged() {
    return merged;
  }

  List<String> warnings() {
    return warnings;
  }

  private void over(String name, ObjectNode tier) {
    boolean execution = OptionName.EXECUTION.stream().anyMatch(o -> tier.has(o.json()));
    if (execution) {
      if (merged.has(OptionName.SCENARIOS.json())) {
        warnings.add(
            "\"" + name + "\" level configuration overrode scenarios configuration entirely");
      }
      OptionName.EXECUTION.forEach(o -> merged.remove(o.json()));
    }
    for (Map.Entry<String, JsonNode> option : tier.properties()) {
      String key = option.getKey();
      if (key.equals(OptionName.DNS.json()) && merged.path(key) instanceof ObjectNode below) {
        below.setAll((ObjectNode) option.getValue());
      } else if (!key.equals(OptionName.TAGS.json()) || !option.getValue().isEmpty()) {
        merged.set(key, option.getValue());
      }
    }
  }

  private ObjectNode file(@Nullable String text, String name) throws K6Exception {
    return text == null ? Json.object() : fields(text, new Place(name, ""), false);
  }

  private ObjectNode script(@Nullable String text) throws K6Exception {
    return text == null
        ? Json.object()
        : fields(text, new Place("options of the script", ""), true);
  }

  private ObjectNode fields(String text, Place place, boolean script) throws K6Exception {
    ObjectNode tier = Json.object();
    for (Map.Entry<String, JsonNode> field : object(text, place).properties()) {
      OptionName option = OptionName.of(field.getKey());
      if (option == null || (script && option.isForRunsOnly())) {
        if (script) {
          warnings.add(
              "There were unknown fields in the options exported in the script: json: unknown"
                  + " field \"%s\"%s"
                      .formatted(field.getKey(), Nearest.hint(field.getKey(), OptionName.names())));
        }
      } else if (!field.getValue().isNull()) {
        Place at = place.field(field.getKey());
        tier.set(option.json(), option.kind().json(field.getValue(), at));
      }
    }
    return tier;
  }

  private static ObjectNode object(String text, Place place) throws K6Exception {
    JsonNode tree;
    try {
      tree = Json.MAPPER.readTree(text);
    } catch (JsonProcessingException e) {
      Place at =
          new Place(
              place.source()
                  + ":"
                  + e.getLocation().getLineNr()
                  + ":"
                  + e.getLocation().getColumnNr(),
              "");
      throw at.expected("JSON", "something else: " + e.getOriginalMessage());
    }
    if (tree.isNull() || tree.isMissingNode()) {
      return Json.object();
    }
    if (!(tree instanceof ObjectNode object)) {
      throw place.expected("an object of options", Json.shown(tree));
    }
    return object;
  }

  private static ObjectNode environment(Map<String, String> environment) throws K6Exception {
    ObjectNode tier = Json.object();
    for (OptionName option : OptionName.values()) {
      String variable = option.environment();
      String text = variable == null ? null : environment.get(variable);
      if (variable != null && text != null && !text.isEmpty()) {
        tier.set(option.json(), option.kind().text(List.of(text), new Place(variable, "")));
      }
    }
    return tier;
  }

  private static ObjectNode flags(Map<String, List<String>> flags) throws K6Exception {
    ObjectNode tier = Json.object();
    for (OptionName option : OptionName.values()) {
      List<String> uses = option.flag() == null ? null : flags.get(option.flag());
      if (uses != null && !uses.isEmpty()) {
        tier.set(option.json(), option.kind().text(uses, new Place("--" + option.flag(), "")));
      }
    }
    return tier;
  }
}
