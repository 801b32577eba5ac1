package io.sluice.scenarios.tree;

import io.sluice.model.plan.RequestSpec.Redirects;
import io.sluice.model.plan.StatusSet;
import java.time.Duration;
import java.util.List;

/**
 * What every request of a scenario starts from.
 *
 * @param timeout from the intended start until it is given up
 * @param headers sent unless a request has one of the same name
 * @param accepted statuses that are not an {@code http_error}
 */
public record Defaults(
    Duration timeout, List<Field> headers, StatusSet accepted, Redirects redirects) {
  /** 30 s, no headers, any 2xx or 3xx, redirects followed. */
  public static final Defaults STANDARD =
      new Defaults(Duration.ofSeconds(30), List.of(), StatusSet.SUCCESS, Redirects.FOLLOW);

  public Defaults {
    headers = List.copyOf(headers);
  }
}
