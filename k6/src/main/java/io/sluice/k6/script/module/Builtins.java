package io.sluice.k6.script.module;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The modules that come with the runner, and what is said of those that do not. */
final class Builtins {
  /** What a script imports, and the resource that answers, where their names differ. */
  private static final Map<String, String> ALIASES =
      Map.of(
          "k6", "k6/k6",
          "k6/experimental/websockets", "k6/websockets",
          "k6/experimental/timers", "k6/timers",
          "k6/experimental/webcrypto", "k6/webcrypto");

  private static final Set<String> KNOWN =
      Set.of(
          "k6",
          "k6/http",
          "k6/metrics",
          "k6/data",
          "k6/execution",
          "k6/encoding",
          "k6/crypto",
          "k6/html",
          "k6/timers",
          "k6/ws",
          "k6/websockets",
          "k6/webcrypto",
          "k6/experimental/fs",
          "k6/experimental/csv",
          "k6/experimental/websockets",
          "k6/experimental/timers",
          "k6/experimental/webcrypto");

  /** What the modules import of each other. */
  private static final Set<String> INTERNAL =
      Set.of(
          "k6/internal/bodies",
          "k6/internal/cookies",
          "k6/internal/forms",
          "k6/internal/gjson",
          "k6/internal/http-constants",
          "k6/internal/papaparse");

  private static final Map<String, String> REFUSED =
      Map.of(
          "k6/net/grpc", "gRPC is not supported: only HTTP and WebSocket are",
          "k6/browser", "browser automation is not supported: drive HTTP instead",
          "k6/secrets",
              "secret sources are not supported: pass values with -e NAME=VALUE and read them from __ENV",
          "k6/crypto/x509", "certificates cannot be parsed in scripts",
          "k6/experimental/redis", "redis is not supported; k6 itself moved it to an extension",
          "k6/experimental/browser", "it has graduated to k6/browser, which is not supported",
          "k6/experimental/grpc", "it has graduated to k6/net/grpc, which is not supported",
          "k6/experimental/tracing",
              "it was removed from k6; use https://jslib.k6.io/http-instrumentation-tempo",
          "k6/experimental/streams", "streams are not supported");

  private Builtins() {}

  /** Whether a name belongs to k6, known or not. */
  static boolean owns(String specifier) {
    return specifier.equals("k6") || specifier.startsWith("k6/");
  }

  /** The resource below {@code modules/} for a name, without its ending. */
  static @Nullable String resource(String specifier) {
    return KNOWN.contains(specifier) || INTERNAL.contains(specifier)
        ? ALIASES.getOrDefault(specifier, specifier)
        : null;
  }

  /** Why a name of k6 cannot be imported. */
  static String refusal(String specifier) {
    String known = REFUSED.get(specifier);
    if (known != null) {
      return "\"" + specifier + "\" cannot be imported: " + known;
    }
    if (specifier.startsWith("k6/x/")) {
      return "\"" + specifier + "\" is an extension of k6, and extensions cannot be loaded";
    }
    return "unknown module \"" + specifier + "\"; the nearest is \"" + nearest(specifier) + "\"";
  }

  private static String nearest(String specifier) {
    List<String> names = KNOWN.stream().sorted().toList();
    return names.stream()
        .min(Comparator.comparingInt(name -> distance(name, specifier)))
        .orElseThrow();
  }

  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[b.length()];
  }
}
