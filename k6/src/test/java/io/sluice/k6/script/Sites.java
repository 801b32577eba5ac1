package io.sluice.k6.script;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Where scripts find the deployment, and servers that fail; authorities of URLs.
 *
 * @param shop in clear text
 * @param other another name of it
 * @param secure the same, encrypted
 * @param refused where nobody listens
 * @param stranger whose certificate nobody has signed
 * @param misnamed whose certificate is for another name
 */
record Sites(
    String shop, String other, String secure, String refused, String stranger, String misnamed) {
  /** All of them under one name. */
  static final Sites FAKE =
      new Sites("shop.test", "other.test", "shop.test", "shop.test", "shop.test", "shop.test");

  /** What a script has in {@code __ENV}. */
  Map<String, String> environment(Conformance said) {
    Map<String, String> env = new HashMap<>();
    env.put("BASE_URL", "http://" + shop);
    env.put("SECURE_URL", "https://" + secure);
    env.put("HOST", shop);
    env.put("OTHER", other);
    fail(env, "http://" + refused, "REFUSED");
    fail(env, "http://" + shop, "RESET");
    fail(env, "http://" + shop, "REQUEST_TIMEOUT");
    fail(env, "http://" + shop, "DIAL_TIMEOUT");
    fail(env, "http://gone.invalid", "DNS_NO_SUCH_HOST"); // RFC 6761, section 6.4
    fail(env, "https://" + stranger, "TLS_UNKNOWN_AUTHORITY");
    fail(env, "https://" + misnamed, "TLS_HOSTNAME");
    said.all("env").forEach(pair -> env.put(pair.split("=", 2)[0], pair.split("=", 2)[1]));
    return env;
  }

  List<String> authorities() {
    return List.of(shop, other, secure, refused, stranger, misnamed);
  }

  private static void fail(Map<String, String> env, String site, String kind) {
    env.put("FAIL_" + kind, site + "/fail/" + kind);
  }
}
