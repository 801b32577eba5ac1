package io.sluice.engine;

import io.sluice.engine.door.Roads;
import io.sluice.engine.door.Targets;
import io.sluice.engine.netty.NettyWire;
import io.sluice.engine.netty.Origin;
import io.sluice.engine.netty.Tls;
import io.sluice.engine.wire.TlsOffer;
import io.sluice.model.plan.Network;
import io.sluice.model.plan.Target;
import java.io.UncheckedIOException;
import java.net.Inet4Address;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * The targets of code, which become known while it runs: each is looked up once in a run, on a
 * thread of its own, and TLS is set up with the first that needs it as it is offered there. Belongs
 * to a cell.
 */
final class CodeTargets implements Targets {
  private final Shared shared;
  private final NettyWire wire;
  private final Map<Target, Integer> numbers = new HashMap<>();

  /** What all cells of a run have in common. Thread-safe. */
  static final class Shared {
    private final Network network;
    private final Roads roads;
    private final ConcurrentMap<Target, CompletableFuture<Origin>> found =
        new ConcurrentHashMap<>();
    private final Map<TlsOffer, Tls> offers = new HashMap<>();

    Shared(Network network, Roads roads) {
      this.network = network;
      this.roads = roads;
    }

    private CompletableFuture<Origin> find(Target target) {
      return found.computeIfAbsent(
          target,
          _ -> {
            CompletableFuture<Origin> finding = new CompletableFuture<>();
            Thread.ofPlatform().daemon().name("sluice-names").start(() -> find(target, finding));
            return finding;
          });
    }

    private void find(Target target, CompletableFuture<Origin> finding) {
      try {
        Origin origin = new Origin(target, roads.addresses(target), false);
        finding.complete(target.secure() ? origin.encryptedBy(tls(roads.tls(target))) : origin);
      } catch (UnknownHostException e) {
        found.remove(target); // it is asked again: names come and go
        finding.completeExceptionally(new UncheckedIOException(e));
      } catch (RuntimeException e) {
        finding.completeExceptionally(e);
      }
    }

    private synchronized Tls tls(TlsOffer offer) {
      return offers.computeIfAbsent(offer, wanted -> Tls.of(network.tls(), network.http(), wanted));
    }
  }

  /** The addresses of IPv4, if there are any: many a name has others that nobody serves. */
  static List<InetSocketAddress> preferred(List<InetSocketAddress> all) {
    List<InetSocketAddress> v4 =
        all.stream().filter(address -> address.getAddress() instanceof Inet4Address).toList();
    return v4.isEmpty() ? all : v4;
  }

  private static UnknownHostException unknown(Target target) {
    return new UnknownHostException(target.host());
  }

  CodeTargets(Shared shared, NettyWire wire) {
    this.shared = shared;
    this.wire = wire;
  }

  @Override
  public int number(Target target) throws UnknownHostException {
    Integer known = numbers.get(target);
    if (known != null) {
      return known;
    }
    try {
      Origin found = shared.find(target).join(); // parks the user's thread, not the cell's
      return numbers.computeIfAbsent(target, _ -> wire.add(found));
    } catch (CompletionException e) {
      if (e.getCause() instanceof UncheckedIOException) {
        throw unknown(target);
      }
      throw e;
    }
  }
}
