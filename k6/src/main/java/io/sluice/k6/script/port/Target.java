package io.sluice.k6.script.port;

/**
 * Where a request goes; one object per URL and user, as long as it is remembered.
 *
 * @param scheme {@code http} or {@code https}
 * @param host without brackets
 * @param port 1 to 65535; the scheme's if the URL had none
 * @param path path and query, percent-encoded as the script gave them, from the slash on
 * @param authority host and port as the {@code Host} header wants them
 * @param url the whole without user and fragment
 */
public record Target(
    String scheme, String host, int port, String path, String authority, String url) {
  /** Whether TLS is spoken. */
  public boolean secure() {
    return scheme.equals("https");
  }
}
