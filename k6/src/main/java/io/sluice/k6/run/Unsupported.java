package io.sluice.k6.run;

import io.sluice.k6.options.Options;
import java.util.ArrayList;
import java.util.List;

/** Options of k6 that a run passes over: it says so, as they would change what is measured. */
final class Unsupported {
  private Unsupported() {}

  static List<String> of(Options options) {
    List<String> sentences = new ArrayList<>();
    add(sentences, !options.http().httpDebug().isEmpty(), "httpDebug", "requests are not printed");
    add(
        sentences,
        !options.network().localIps().isEmpty(),
        "localIPs",
        "connections come from the system's choice of address");
    add(
        sentences,
        !options.tls().minVersion().isEmpty() || !options.tls().maxVersion().isEmpty(),
        "tlsVersion",
        "TLS 1.2 and 1.3 are offered");
    add(
        sentences,
        !options.tls().cipherSuites().isEmpty(),
        "tlsCipherSuites",
        "the usual cipher suites are offered");
    add(sentences, !options.tls().auth().isEmpty(), "tlsAuth", "no certificate of ours is shown");
    return sentences;
  }

  private static void add(List<String> sentences, boolean given, String option, String instead) {
    if (given) {
      sentences.add("the option '%s' is not supported yet: %s".formatted(option, instead));
    }
  }
}
