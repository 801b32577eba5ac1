package io.sluice.engine.netty;

import io.sluice.model.plan.Target;
import java.net.InetSocketAddress;
import java.util.List;

/** A target with its addresses, which connections take in turn. */
public final class Origin {
  private final Target target;
  private final List<InetSocketAddress> addresses;
  private int next;

  /** A target that was resolved to at least one address. */
  public Origin(Target target, List<InetSocketAddress> addresses) {
    if (addresses.isEmpty()) {
      throw new IllegalArgumentException(target + " has no address");
    }
    this.target = target;
    this.addresses = List.copyOf(addresses);
  }

  /** The same for another cell, which counts its own turns. */
  public Origin copy() {
    return new Origin(target, addresses);
  }

  InetSocketAddress nextAddress() {
    InetSocketAddress address = addresses.get(next);
    next = (next + 1) % addresses.size();
    return address;
  }

  /** The target. */
  public Target target() {
    return target;
  }
}
