package io.sluice.scenarios.tree;

import io.sluice.model.plan.RequestSpec.Redirects;
import io.sluice.model.plan.Selector;
import io.sluice.model.plan.StatusSet;
import io.sluice.scenarios.source.Location;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * A request of a journey, as it was written, with the defaults filled in.
 *
 * @param method upper case
 * @param name empty for the default name
 * @param bearer token of the Authorization header; missing for none
 */
public record RequestStep(
    String method,
    Words url,
    String name,
    Map<String, String> tags,
    List<Field> headers,
    Words bearer,
    Payload payload,
    Duration timeout,
    StatusSet accepted,
    Redirects redirects,
    List<Extraction> extractions,
    List<CheckLine> checks,
    List<Tally> tallies,
    OnFailure onFailure,
    Location at)
    implements Step {
  public RequestStep {
    tags = Map.copyOf(tags);
    headers = List.copyOf(headers);
    extractions = List.copyOf(extractions);
    checks = List.copyOf(checks);
    tallies = List.copyOf(tallies);
  }

  /** A variable that gets what a selector finds in the response. */
  public record Extraction(String variable, Selector selector, Location at) {}

  /**
   * A rate that gets a value from each response.
   *
   * @param trueWhenFailed whether the value is true where the request failed, or where it was ok
   */
  public record Tally(String metric, boolean trueWhenFailed, Location at) {}

  /** How the journey goes on after the request failed. */
  public enum OnFailure {
    /** With the next step. */
    CONTINUE,
    /** After the innermost list of steps that the request stands in. */
    SKIP,
    /** With the think time that the journey ends with, then the next iteration. */
    LEAVE
  }
}
