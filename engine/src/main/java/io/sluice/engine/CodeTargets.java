package io.sluice.engine;

import io.sluice.engine.door.Targets;
import io.sluice.engine.netty.NettyWire;
import io.sluice.engine.netty.Origin;
import io.sluice.engine.netty.Tls;
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
import org.jspecify.annotations.Nullable;

/**
 * The targets of code, which become known while it runs: each is looked up once in a run, on a
 * thread of its own, and TLS is set up with the first that needs it. Belongs to a cell.
 */
final class CodeTargets implements Targets {
  private final Shared shared;
  private final NettyWire wire;
  private final Map<Target, Integer> numbers = new HashMap<>();

  /** What all cells of a run have in common. Thread-safe. */
  static final class Shared {
    private final Network network;
    private final TargetNames names;
    private final ConcurrentMap<Target, CompletableFuture<Found>> found = new ConcurrentHashMap<>();
    private @Nullable Tls tls;

    Shared(Network network) {
      this.network = network;
      names = new TargetNames(network.resolve());
    }

    private CompletableFuture<Found> find(Target target) {
      return found.computeIfAbsent(
          target,
          _ -> {
            CompletableFuture<Found> finding = new CompletableFuture<>();
            Thread.ofPlatform().daemon().name("sluice-names").start(() -> find(target, finding));
            return finding;
          });
    }

    private void find(Target target, CompletableFuture<Found> finding) {
      try {
        List<InetSocketAddress> all = names.resolve(target);
        List<InetSocketAddress> v4 =
            all.stream().filter(address -> address.getAddress() instanceof Inet4Address).toList();
        Origin origin = new Origin(target, v4.isEmpty() ? all : v4, false);
        finding.complete(new Found(origin, target.secure() ? tls() : null));
      } catch (TargetException e) {
        found.remove(target); // it is asked again: names come and go
        finding.completeExceptionally(new UncheckedIOException(unknown(target)));
      } catch (RuntimeException e) {
        finding.completeExceptionally(e);
      }
    }

    private synchronized Tls tls() {
      if (tls == null) {
        tls = Tls.of(network.tls(), network.http());
      }
      return tls;
    }
  }

  private record Found(Origin origin, @Nullable Tls tls) {}

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
      Found found = shared.find(target).join(); // parks the user's thread, not the cell's
      return numbers.computeIfAbsent(target, _ -> wire.add(found.origin(), found.tls()));
    } catch (CompletionException e) {
      if (e.getCause() instanceof UncheckedIOException) {
        throw unknown(target);
      }
      throw e;
    }
  }
}
