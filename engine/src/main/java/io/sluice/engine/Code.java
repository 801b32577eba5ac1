package io.sluice.engine;

import io.sluice.engine.door.GuestCode;
import io.sluice.engine.door.RequestNames;
import io.sluice.engine.door.Roads;
import io.sluice.engine.netty.Tls;
import io.sluice.engine.wire.TlsOffer;
import io.sluice.model.plan.Network;
import java.net.UnknownHostException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The code that a plan calls.
 *
 * @param guests makes its users
 * @param names gives its requests their numbers
 * @param roads how its targets are reached; null for what the plan's network says
 */
public record Code(GuestCode guests, RequestNames names, @Nullable Roads roads) {
  /** Code whose targets are reached as the plan's network says. */
  public Code(GuestCode guests, RequestNames names) {
    this(guests, names, null);
  }

  Roads roads(Network network) {
    return roads == null ? byPlan(network) : roads;
  }

  private static Roads byPlan(Network network) {
    TargetNames names = new TargetNames(network.resolve());
    return target -> {
      try {
        return CodeTargets.preferred(names.resolve(target));
      } catch (TargetException e) {
        throw new UnknownHostException(target.host());
      }
    };
  }

  /** The cipher suites of an offer that nothing here can offer. */
  public static List<String> notOffered(Network network, TlsOffer offer) {
    return Tls.notOffered(network.tls(), offer);
  }

  /**
   * Makes sure, before there is any load, that an offer can be made.
   *
   * @throws IllegalArgumentException with a sentence, if it cannot
   */
  public static void requireTls(Network network, TlsOffer offer) {
    var _ = Tls.of(network.tls(), network.http(), offer);
  }
}
