package io.sluice.k6.run;

import io.sluice.k6.options.HostPattern;
import io.sluice.k6.options.IpNet;
import io.sluice.k6.options.NetworkOptions;
import io.sluice.k6.script.port.HopFailure;
import io.sluice.k6.script.port.HopFailure.Kind;
import java.net.InetAddress;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a script may not send requests: by names, and by addresses where the host is one. Belongs
 * to one user.
 */
final class Blocked {
  private final List<String> names;
  private final List<IpNet> addresses;
  private final Map<String, Optional<HopFailure>> known = new HashMap<>();

  Blocked(NetworkOptions options) {
    names = options.blockHostnames();
    addresses = options.blacklistIps();
  }

  /** Why nothing may be sent to a host; null if it may. */
  @Nullable HopFailure failure(String host) {
    if (names.isEmpty() && addresses.isEmpty()) {
      return null;
    }
    return known.computeIfAbsent(host, this::find).orElse(null);
  }

  private Optional<HopFailure> find(String host) {
    if (names.stream().anyMatch(name -> HostPattern.matches(name, host))) {
      return Optional.of(
          new HopFailure(Kind.BLOCKED_HOSTNAME, "hostname (" + host + ") is blocked"));
    }
    try {
      InetAddress address = InetAddress.ofLiteral(host);
      return addresses.stream()
          .filter(net -> net.contains(address))
          .findFirst()
          .map(
              net ->
                  new HopFailure(
                      Kind.BLACKLISTED_IP, "IP (" + host + ") is in a blacklisted range"));
    } catch (IllegalArgumentException e) {
      return Optional.empty(); // a name
    }
  }
}
