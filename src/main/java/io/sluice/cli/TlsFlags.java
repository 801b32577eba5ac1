package io.sluice.cli;

import io.sluice.model.plan.Nearest;
import io.sluice.model.plan.Network.Tls;
import io.sluice.scenarios.network.NetworkSettings;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/**
 * What encrypted connections trust and show. Each flag takes the place of the scenario's setting.
 */
final class TlsFlags {
  @Option(names = "--insecure", description = "Do not verify certificates. The report says so.")
  private boolean insecure;

  @Option(
      names = "--ca",
      paramLabel = "FILE",
      description = "Trust the authorities of this PEM file instead of the Java runtime's.")
  private @Nullable String authorities;

  @Option(
      names = "--cert",
      paramLabel = "FILE",
      description = "The client's certificate: PEM, or PKCS#12 in a file named .p12 or .pfx.")
  private @Nullable String certificate;

  @Option(
      names = "--key",
      paramLabel = "FILE",
      description = "Its private key: PEM (PKCS#8), if it is in a file of its own.")
  private @Nullable String key;

  @Option(
      names = "--cert-password-env",
      paramLabel = "NAME",
      description = "The environment variable that holds the password of the key.")
  private @Nullable String passwordVariable;

  @Option(
      names = "--no-tls-resumption",
      description = "Make a full handshake for every connection.")
  private boolean noResumption;

  @Option(
      names = "--tls-engine",
      paramLabel = "ENGINE",
      completionCandidates = Candidates.TlsEngine.class,
      description = "What encrypts: auto, boringssl or jdk (default: auto).")
  private @Nullable String engine;

  /**
   * What was given.
   *
   * @param environment of the process, where the password is looked up
   */
  NetworkSettings settings(Map<String, String> environment) {
    NetworkSettings none = NetworkSettings.NONE;
    return (insecure ? none.trust(Tls.Trust.INSECURE) : none)
        .then(Flag.setting("--ca", authorities, none::authorities))
        .then(Flag.setting("--cert", certificate, none::certificate))
        .then(Flag.setting("--key", key, none::key))
        .then(
            Flag.setting(
                "--cert-password-env",
                passwordVariable,
                name -> none.password(variable(name, environment))))
        .then(noResumption ? none.resumption(Tls.Resumption.OFF) : none)
        .then(Flag.setting("--tls-engine", engine, text -> none.engine(Tls.Engine.of(text))));
  }

  private static String variable(String name, Map<String, String> environment) {
    String value = environment.get(name);
    if (value == null) {
      throw new IllegalArgumentException(
          "the environment has no variable '%s'%s"
              .formatted(name, Nearest.hint(name, environment.keySet())));
    }
    return value;
  }
}
