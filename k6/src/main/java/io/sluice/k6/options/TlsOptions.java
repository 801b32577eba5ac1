package io.sluice.k6.options;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How connections are secured.
 *
 * @param insecureSkipTlsVerify whether any certificate will do
 * @param minVersion the least version, such as {@code tls1.2}; empty for any
 * @param maxVersion the greatest version; empty for any
 * @param cipherSuites the suites that may be used; empty for the usual ones
 * @param auth certificates of ours
 */
public record TlsOptions(
    boolean insecureSkipTlsVerify,
    String minVersion,
    String maxVersion,
    List<String> cipherSuites,
    List<Auth> auth) {
  /**
   * A certificate of ours.
   *
   * @param cert PEM
   * @param key PEM
   * @param password of the key, or null
   * @param domains host names that it is shown to; see {@link HostPattern}; empty for all
   */
  public record Auth(String cert, String key, @Nullable String password, List<String> domains) {}
}
