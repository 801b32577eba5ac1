package io.sluice.engine;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The local addresses that connections come from; none for the system's choice. */
record SourceAddresses(List<InetAddress> addresses) {
  /**
   * The addresses, each of which this machine has.
   *
   * @throws TargetException if one is no address of this machine
   */
  static SourceAddresses of(List<String> literals) throws TargetException {
    List<InetAddress> addresses = new ArrayList<>();
    for (String literal : literals) {
      try (Socket socket = new Socket()) {
        InetAddress address = InetAddress.ofLiteral(literal);
        socket.bind(new InetSocketAddress(address, 0));
        addresses.add(address);
      } catch (IllegalArgumentException e) {
        throw new TargetException(
            "the source address '%s' is no IP address; no load was made".formatted(literal));
      } catch (IOException e) {
        throw new TargetException(
            "the source address '%s' cannot be used: %s; no load was made"
                .formatted(literal, e.getMessage()));
      }
    }
    return new SourceAddresses(List.copyOf(addresses));
  }

  /**
   * One of the family of an address (IPv4 or IPv6), or null for the system's choice.
   *
   * @throws TargetException if there are only others
   */
  @Nullable InetAddress towards(InetAddress address) throws TargetException {
    for (InetAddress source : addresses) {
      if (source.getClass() == address.getClass()) {
        return source;
      }
    }
    if (!addresses.isEmpty()) {
      throw new TargetException(
          "%s cannot be reached from %s: one is IPv4, the other IPv6; no load was made"
              .formatted(address.getHostAddress(), addresses.getFirst().getHostAddress()));
    }
    return null;
  }
}
