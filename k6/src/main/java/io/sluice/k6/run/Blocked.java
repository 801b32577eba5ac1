package io.sluice.k6.run;

import io.sluice.k6.options.HostPattern;
import io.sluice.k6.options.NetworkOptions;
import io.sluice.k6.script.port.HopFailure;
import io.sluice.k6.script.port.HopFailure.Kind;
import io.sluice.k6.script.port.Target;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a script may not send requests: by names, and by the addresses that they were found to
 * stand for. Belongs to one user.
 */
final class Blocked {
  private final List<String> names;
  private final boolean nothing;
  private final ScriptRoads roads;
  private final Map<String, Optional<HopFailure>> known = new HashMap<>();

  Blocked(NetworkOptions options, ScriptRoads roads) {
    names = options.blockHostnames();
    nothing = names.isEmpty() && options.blacklistIps().isEmpty();
    this.roads = roads;
  }

  /** Why nothing may be sent to a target, as far as that is known; null if it may. */
  @Nullable HopFailure failure(Target target) {
    if (nothing) {
      return null;
    }
    return known
        .computeIfAbsent(target.host(), this::find)
        .orElseGet(() -> roads.refusal(target.host(), target.port()));
  }

  private Optional<HopFailure> find(String host) {
    return names.stream()
        .filter(name -> HostPattern.matches(name, host))
        .findFirst()
        .map(
            name ->
                new HopFailure(
                    Kind.BLOCKED_HOSTNAME,
                    "hostname (%s) is in a blocked pattern (%s)".formatted(host, name)));
  }
}
