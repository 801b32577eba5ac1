package io.sluice.engine.netty;

import io.netty.channel.EventLoop;
import io.netty.resolver.dns.DnsNameResolver;
import io.netty.resolver.dns.DnsNameResolverBuilder;
import io.netty.resolver.dns.NoopDnsCache;
import io.netty.util.concurrent.Future;
import io.sluice.engine.wire.Clock;
import io.sluice.engine.wire.WireEvents;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Looks host names up again while the load runs, so that new connections go where the name points
 * by now: a deployment that switches from blue to green by its name is followed. No request waits
 * for it. Belongs to the loop's thread.
 */
final class NameWatch implements AutoCloseable {
  /** How often a name is looked up. */
  static final long PERIOD_NANOS = 30_000_000_000L;

  private final Clock clock;
  private final WireEvents events;
  private final List<Origin> origins;
  private final @Nullable DnsNameResolver resolver;
  private long next;

  /** Watches the names of those origins that have one. */
  NameWatch(EventLoop loop, Sockets sockets, List<Origin> origins, Clock clock, WireEvents events) {
    this.clock = clock;
    this.events = events;
    this.origins = origins.stream().filter(Origin::named).toList();
    resolver =
        this.origins.isEmpty()
            ? null
            : new DnsNameResolverBuilder(loop)
                .datagramChannelFactory(sockets.datagrams())
                .resolveCache(NoopDnsCache.INSTANCE)
                .build();
  }

  void tick(long now) {
    if (resolver != null && now >= next) {
      next = now + PERIOD_NANOS;
      for (Origin origin : origins) {
        lookUp(resolver, origin, now);
      }
    }
  }

  private void lookUp(DnsNameResolver names, Origin origin, long started) {
    Future<List<InetAddress>> lookup = names.resolveAll(origin.target().host());
    lookup.addListener(
        (Future<List<InetAddress>> done) -> {
          if (done.isSuccess()) {
            events.lookedUp(clock.nanos() - started);
            origin.looked(
                done.getNow().stream()
                    .map(address -> new InetSocketAddress(address, origin.target().port()))
                    .toList());
          } else {
            events.lookupFailed();
          }
        });
  }

  @Override
  public void close() {
    if (resolver != null) {
      resolver.close();
    }
  }
}
