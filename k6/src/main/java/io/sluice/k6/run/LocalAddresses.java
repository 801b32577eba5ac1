package io.sluice.k6.run;

import io.sluice.k6.ExitCode;
import io.sluice.k6.K6Exception;
import io.sluice.k6.options.IpPool;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;

/** The addresses that users send from: one for each user, in turn. */
final class LocalAddresses {
  private LocalAddresses() {}

  /**
   * Makes sure that this machine has the addresses of so many users.
   *
   * @throws K6Exception (104) with the first that it has not
   */
  static void require(IpPool pool, long users) throws K6Exception {
    for (InetAddress address : pool.first(Math.max(1, users))) {
      try (Socket socket = new Socket()) {
        socket.bind(new InetSocketAddress(address, 0));
      } catch (IOException e) {
        throw new K6Exception(
            ExitCode.INVALID_CONFIG,
            "localIPs: cannot send from %s: it is no address of this machine (%s)"
                .formatted(address.getHostAddress(), e.getMessage()));
      }
    }
  }
}
