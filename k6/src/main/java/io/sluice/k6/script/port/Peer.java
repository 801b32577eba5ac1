package io.sluice.k6.script.port;

/**
 * Whom a connection leads to; one object per connection.
 *
 * @param ip "" if there was no connection
 * @param port 0 if there was no connection
 * @param tlsVersion {@code tls1.3} and so on, "" without TLS
 * @param tlsCipher the cipher suite's standard name, "" without TLS
 */
public record Peer(String ip, int port, String tlsVersion, String tlsCipher) {
  /** There was no connection. */
  public static final Peer NONE = new Peer("", 0, "", "");
}
