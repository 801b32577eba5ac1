package io.sluice.cli;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

/**
 * Who asks a Prometheus server, by the process's environment alone: what stands on a command line
 * or in a file is seen by others.
 */
final class PrometheusAccess {
  /** What to do where access is refused. */
  static final String HINT = "set PROMETHEUS_TOKEN, or PROMETHEUS_USER and PROMETHEUS_PASSWORD";

  private final String header;

  private PrometheusAccess(String header) {
    this.header = header;
  }

  /**
   * What the environment says.
   *
   * @throws UserMistake if it says two things, or half of one
   */
  static PrometheusAccess of(Map<String, String> environment) {
    String token = environment.getOrDefault("PROMETHEUS_TOKEN", "");
    String user = environment.getOrDefault("PROMETHEUS_USER", "");
    String password = environment.getOrDefault("PROMETHEUS_PASSWORD", "");
    if (!token.isEmpty() && !(user.isEmpty() && password.isEmpty())) {
      throw new UserMistake(
          "PROMETHEUS_TOKEN does not go with PROMETHEUS_USER and PROMETHEUS_PASSWORD: unset one of"
              + " them");
    }
    if (user.isEmpty() != password.isEmpty()) {
      throw new UserMistake("PROMETHEUS_USER and PROMETHEUS_PASSWORD go together: set both");
    }
    if ((token + user + password).chars().anyMatch(Character::isISOControl)) {
      throw new UserMistake(
          "PROMETHEUS_TOKEN, PROMETHEUS_USER and PROMETHEUS_PASSWORD must be one line each");
    }
    if (!token.isEmpty()) {
      return new PrometheusAccess("Bearer " + token);
    }
    byte[] pair = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
    return new PrometheusAccess(
        user.isEmpty() ? "" : "Basic " + Base64.getEncoder().encodeToString(pair));
  }

  /** The value of the header Authorization, if one is to be sent. */
  Optional<String> header() {
    return header.isEmpty() ? Optional.empty() : Optional.of(header);
  }
}
