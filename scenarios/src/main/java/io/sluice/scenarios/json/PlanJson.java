package io.sluice.scenarios.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sluice.model.plan.LoadPlan;
import io.sluice.model.plan.Network;
import io.sluice.model.plan.Network.Tls;
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
   * Reads a plan that was written: it equals the one that was. One that says nothing about the
   * network, as older ones do, has the default one.
   *
   * @throws IllegalArgumentException with a sentence, if the text is no plan
   */
  public static LoadPlan read(String json) {
    try {
      if (!(MAPPER.readTree(json) instanceof ObjectNode plan)) {
        throw new IllegalArgumentException("not a plan: expected a JSON object");
      }
      return MAPPER.treeToValue(withNetwork(plan), LoadPlan.class);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("not a plan: " + e.getOriginalMessage(), e);
    }
  }

  /** What older plans said about TLS stood among the limits. */
  private static ObjectNode withNetwork(ObjectNode plan) {
    if (!plan.has("network")) {
      boolean insecure = plan.at("/limits/tls").asText().equals(Tls.Trust.INSECURE.name());
      Tls tls = insecure ? Tls.DEFAULT.withTrust(Tls.Trust.INSECURE) : Tls.DEFAULT;
      plan.set("network", MAPPER.valueToTree(Network.DEFAULT.withTls(tls)));
      if (plan.get("limits") instanceof ObjectNode limits) {
        limits.remove("tls");
      }
    }
    return plan;
  }

  /**
   * The plan with {@code ***} in place of the secrets, wherever they stand in literals: in paths,
   * headers, bodies, expressions, checks, data and names of files; and in place of the password of
   * the client's certificate, whatever the secrets are. Its digest may be another one than the
   * plan's.
   *
   * @param secrets values; empty ones are ignored
   */
  public static LoadPlan masked(LoadPlan plan, List<String> secrets) {
    JsonNode tree = MAPPER.valueToTree(plan);
    Mask.of(secrets).apply(tree);
    try {
      return MAPPER.treeToValue(tree, LoadPlan.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a masked plan is a plan", e);
    }
  }
}
