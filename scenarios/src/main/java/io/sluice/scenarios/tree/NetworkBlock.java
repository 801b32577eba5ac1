package io.sluice.scenarios.tree;

import io.sluice.scenarios.network.NetworkSettings;
import io.sluice.scenarios.source.Location;
import java.util.List;

/**
 * How targets are reached, as it was written. Texts that may refer to names of the environment are
 * words, {@linkplain Words#missing missing} where nothing was written.
 *
 * @param known the settings that need no name of the environment
 * @param authorities a file of trusted authorities
 * @param certificate a file of the client's certificate
 * @param key a file of the certificate's key
 * @param password of the key
 * @param resolve addresses of hosts, empty for none
 * @param sourceAddresses local addresses, empty for none
 */
public record NetworkBlock(
    NetworkSettings known,
    Words authorities,
    Words certificate,
    Words key,
    Words password,
    List<Words> resolve,
    List<Words> sourceAddresses) {
  public NetworkBlock {
    resolve = List.copyOf(resolve);
    sourceAddresses = List.copyOf(sourceAddresses);
  }

  /** Nothing was written. */
  public static NetworkBlock none(Location at) {
    Words none = Words.missing(at);
    return new NetworkBlock(NetworkSettings.NONE, none, none, none, none, List.of(), List.of());
  }
}
