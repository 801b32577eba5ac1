package io.sluice.model.plan;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A named request of the plan: everything about it that does not change from one sending to the
 * next.
 *
 * @param name as reports show it
 * @param group path of groups, joined by {@code " / "}, or empty
 * @param tags extra names that objectives select by
 * @param method an HTTP method, upper case
 * @param target index into {@link LoadPlan#targets()}
 * @param path path and query, starting with {@code /}
 * @param headers without Host, Content-Length and Connection, which the engine writes
 * @param body empty for none
 * @param timeout from the intended start until it is given up; more than 0
 * @param accepted statuses that are not an {@code http_error}
 * @param redirects whether a redirect to one of the plan's targets is followed
 */
public record RequestSpec(
    String name,
    String group,
    Map<String, String> tags,
    String method,
    int target,
    Template path,
    List<Header> headers,
    Template body,
    Duration timeout,
    StatusSet accepted,
    Redirects redirects) {

  /** A request header. */
  public record Header(String name, Template value) {}

  /** What is done with a 3xx answer that has a Location. */
  public enum Redirects {
    /** Followed while it stays on the plan's targets, ten times at most. */
    FOLLOW,
    /** Taken as the answer. */
    KEEP
  }

  public RequestSpec {
    if (name.isBlank()) {
      throw new IllegalArgumentException("a request must have a name");
    }
    if (!method.matches("[A-Z]+")) {
      throw new IllegalArgumentException("method must be upper case letters, was '" + method + "'");
    }
    if (!timeout.isPositive()) {
      throw new IllegalArgumentException("timeout must be > 0, was " + timeout);
    }
    tags = java.util.Collections.unmodifiableMap(new TreeMap<>(tags));
    headers = List.copyOf(headers);
  }

  /** The name as reports show it: with its arm where two are compared. */
  public String label() {
    return ArrivalModel.Arm.label(name, tags);
  }
}
