package io.sluice.cli;

import io.sluice.storefront.StorefrontOptions;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How the storefront encrypts. */
final class ShopTlsFlags {
  @Option(
      names = "--tls-cert",
      paramLabel = "PEM",
      description = "Serve HTTPS with this certificate chain.")
  private @Nullable Path certificate;

  @Option(names = "--tls-key", paramLabel = "PEM", description = "Its PKCS#8 key, unencrypted.")
  private @Nullable Path key;

  @Option(
      names = "--client-ca",
      paramLabel = "PEM",
      description = "Let in only clients with a certificate that this authority signed.")
  private @Nullable Path clientAuthority;

  /**
   * The options with what was given.
   *
   * @throws UserMistake if only one of certificate and key was given
   * @throws IllegalArgumentException if there is an authority and no certificate
   */
  StorefrontOptions added(StorefrontOptions options) {
    if (certificate == null || key == null) {
      if (certificate != null || key != null) {
        throw new UserMistake("--tls-cert and --tls-key must be given together");
      }
      return clientAuthority == null ? options : options.withClientAuthority(clientAuthority);
    }
    StorefrontOptions secure = options.withTls(certificate, key);
    return clientAuthority == null ? secure : secure.withClientAuthority(clientAuthority);
  }
}
