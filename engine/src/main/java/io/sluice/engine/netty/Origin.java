package io.sluice.engine.netty;

import io.sluice.model.plan.Target;
import java.net.InetSocketAddress;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A target with its addresses, which connections take in turn. */
public final class Origin {
  private final Target target;
  private final boolean named;
  private List<InetSocketAddress> addresses;
  private Set<InetSocketAddress> looked = Set.of();
  private @Nullable Tls tls;
  private int next;

  /**
   * A target that was resolved to at least one address.
   *
   * @param named whether the addresses are what the name service says, which may change
   */
  public Origin(Target target, List<InetSocketAddress> addresses, boolean named) {
    if (addresses.isEmpty()) {
      throw new IllegalArgumentException(target + " has no address");
    }
    this.target = target;
    this.addresses = List.copyOf(addresses);
    this.named = named;
  }

  /** The same for another cell, which counts its own turns. */
  public Origin copy() {
    Origin copy = new Origin(target, addresses, named);
    copy.tls = tls;
    return copy;
  }

  /** The same, encrypted in a way of its own. */
  public Origin encryptedBy(Tls own) {
    Origin copy = copy();
    copy.tls = own;
    return copy;
  }

  /** What encrypts its connections; null for what encrypts all of the plan's. */
  @Nullable Tls tls() {
    return tls;
  }

  InetSocketAddress nextAddress() {
    InetSocketAddress address = addresses.get(next % addresses.size());
    next = (next + 1) % addresses.size();
    return address;
  }

  /**
   * The name service says so now. What it says first only confirms the addresses, unless one of
   * them is gone: some may have been left out because nobody serves them.
   */
  void looked(List<InetSocketAddress> found) {
    Set<InetSocketAddress> now = new HashSet<>(found);
    boolean first = looked.isEmpty();
    if (!now.equals(looked) && !now.isEmpty() && (!first || !now.containsAll(addresses))) {
      addresses = List.copyOf(found);
    }
    looked = now;
  }

  /** Whether the addresses are what the name service says. */
  boolean named() {
    return named;
  }

  /** How many addresses it has. */
  public int addressCount() {
    return addresses.size();
  }

  /** The target. */
  public Target target() {
    return target;
  }
}
