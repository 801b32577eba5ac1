package io.sluice.engine;

import io.sluice.model.plan.Network.HostAddress;
import io.sluice.model.plan.Target;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;

/** Finds addresses in the plan, else by the system's name service. */
record TargetNames(List<HostAddress> known) implements Preflight.Names {
  @Override
  public List<InetSocketAddress> resolve(Target target) throws TargetException {
    List<InetSocketAddress> addresses = new ArrayList<>();
    for (HostAddress entry : known) {
      if (entry.matches(target)) {
        addresses.add(new InetSocketAddress(literal(target, entry.address()), target.port()));
      }
    }
    if (addresses.isEmpty()) {
      for (InetAddress address : byName(target)) {
        addresses.add(new InetSocketAddress(address, target.port()));
      }
    }
    return addresses;
  }

  /** Whether a host is an IP address. */
  static boolean isLiteral(String host) {
    try {
      var _ = InetAddress.ofLiteral(host);
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static InetAddress literal(Target target, String address) throws TargetException {
    try {
      return InetAddress.ofLiteral(address);
    } catch (IllegalArgumentException e) {
      throw new TargetException(
          "%s: '%s', which takes the place of its address, is no IP address; no load was made"
              .formatted(target, address));
    }
  }

  private static InetAddress[] byName(Target target) throws TargetException {
    try {
      return InetAddress.getAllByName(target.host());
    } catch (UnknownHostException e) {
      throw new TargetException(
          "%s: the host name '%s' has no address; no load was made"
              .formatted(target, target.host()));
    }
  }
}
