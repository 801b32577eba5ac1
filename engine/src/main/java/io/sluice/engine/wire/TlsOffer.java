package io.sluice.engine.wire;

import java.util.List;

/**
 * What encrypted connections offer and show that the plan's network does not speak of.
 *
 * @param versions of TLS, such as {@code TLSv1.2}; empty for the usual ones
 * @param cipherSuites the suites up to TLS 1.2 by their names in RFCs; empty for the usual ones.
 *     Those of TLS 1.3 are always offered
 * @param certificate the client's certificate, which is shown to servers that ask for one
 */
public record TlsOffer(
    List<String> versions, List<String> cipherSuites, ClientCertificate certificate) {
  /** The usual versions and suites, and the certificate of the plan, if it has one. */
  public static final TlsOffer USUAL =
      new TlsOffer(List.of(), List.of(), ClientCertificate.OF_THE_PLAN);

  /** Copies the lists. */
  public TlsOffer {
    versions = List.copyOf(versions);
    cipherSuites = List.copyOf(cipherSuites);
  }

  /** The same with another certificate. */
  public TlsOffer withCertificate(ClientCertificate other) {
    return new TlsOffer(versions, cipherSuites, other);
  }

  /**
   * A client's certificate as texts.
   *
   * @param title what the user calls it, for sentences about it
   * @param chain the certificate, and those that lead to its authority, in PEM
   * @param key its private key in PEM
   * @param password of the key, empty for none. Never shown
   */
  public record ClientCertificate(String title, String chain, String key, String password) {
    /** The one that the plan names in files, or none. */
    public static final ClientCertificate OF_THE_PLAN = new ClientCertificate("", "", "", "");

    /** Without what is secret. */
    @Override
    public String toString() {
      return "ClientCertificate[" + title + "]";
    }
  }
}
