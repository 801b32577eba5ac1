package io.sluice.scenarios.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sluice.model.plan.LoadPlan;
import java.util.List;

/** Writes plans as JSON and reads them back. */
public final class PlanJson {
  private static final ObjectMapper MAPPER = PlanMapper.create();

  private PlanJson() {}

  /** The plan, completely and as it is: {@link #masked mask} it first if it holds secrets. */
  public static String write(LoadPlan plan) {
    try {
      return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(plan) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("every plan can be written", e);
    }
  }

  /**
   * Reads a plan that was written: it equals the one that was.
   *
   * @throws IllegalArgumentException with a sentence, if the text is no plan
   */
  public static LoadPlan read(String json) {
    try {
      LoadPlan plan = MAPPER.readValue(json, LoadPlan.class);
      if (plan == null) {
        throw new IllegalArgumentException("not a plan: the text is null");
      }
      return plan;
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("not a plan: " + e.getOriginalMessage(), e);
    }
  }

  /**
   * The plan with {@code ***} in place of the secrets, wherever they stand in literals: in paths,
   * headers, bodies, expressions, checks and data. Its digest is another one than the plan's.
   *
   * @param secrets values; empty ones are ignored
   */
  public static LoadPlan masked(LoadPlan plan, List<String> secrets) {
    Mask mask = Mask.of(secrets);
    if (mask.isEmpty()) {
      return plan;
    }
    JsonNode tree = MAPPER.valueToTree(plan);
    mask.apply(tree);
    try {
      return MAPPER.treeToValue(tree, LoadPlan.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a masked plan is a plan", e);
    }
  }
}
