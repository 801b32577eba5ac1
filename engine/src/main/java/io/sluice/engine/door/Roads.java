package io.sluice.engine.door;

import io.sluice.engine.wire.TlsOffer;
import io.sluice.model.plan.Target;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.List;

/**
 * How the targets of code are reached. Asked once for each target of a run, on a thread that may
 * block; several at once.
 */
public interface Roads {
  /**
   * Where a target's connections go, in turn; at least one address.
   *
   * @throws UnknownHostException if it cannot be reached; it is asked again the next time
   */
  List<InetSocketAddress> addresses(Target target) throws UnknownHostException;

  /** What encrypted connections to a target offer and show. */
  default TlsOffer tls(Target target) {
    return TlsOffer.USUAL;
  }
}
