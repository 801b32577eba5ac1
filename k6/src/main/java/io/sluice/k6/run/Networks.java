package io.sluice.k6.run;

import io.sluice.k6.options.Options;
import io.sluice.model.plan.Network;
import io.sluice.model.plan.Network.Tls.Trust;

/** How a script's options want targets to be reached, as far as a plan says it. */
final class Networks {
  private Networks() {}

  static Network of(Options options) {
    Network network = Network.DEFAULT;
    return options.tls().insecureSkipTlsVerify()
        ? network.withTls(network.tls().withTrust(Trust.INSECURE))
        : network;
  }
}
