package io.sluice.storefront.http;

/**
 * Reads what a client accepts (RFC 9110, section 12.5.3).
 *
 * <pre>
 * value   = coding *( "," coding )
 * coding  = name [ ";q=" weight ]        name may be "*"; without a weight it is 1; 0 forbids
 * </pre>
 */
final class AcceptEncoding {
  private static final String ANY = "*";

  private AcceptEncoding() {}

  /**
   * The coding with the highest weight, of equals the shop's favourite; identity if the client
   * names nothing that is available. Identity has no weight unless it is named.
   */
  static ContentCoding preferred(String value) {
    if (value.isEmpty()) {
      return ContentCoding.IDENTITY;
    }
    ContentCoding best = ContentCoding.IDENTITY;
    double bestWeight = 0;
    for (ContentCoding coding : ContentCoding.available()) {
      double weight = weight(coding, value);
      if (weight > bestWeight) {
        best = coding;
        bestWeight = weight;
      }
    }
    return best;
  }

  private static double weight(ContentCoding coding, String value) {
    double any = 0;
    for (String element : value.split(",", -1)) {
      int semicolon = element.indexOf(';');
      String name = (semicolon < 0 ? element : element.substring(0, semicolon)).strip();
      if (coding.token().contentEqualsIgnoreCase(name)) {
        return semicolon < 0 ? 1 : weight(element.substring(semicolon + 1));
      }
      if (name.equals(ANY) && coding != ContentCoding.IDENTITY) {
        any = semicolon < 0 ? 1 : weight(element.substring(semicolon + 1));
      }
    }
    return any;
  }

  /** A weight that cannot be read forbids, rather than to compress what may not be understood. */
  private static double weight(String parameter) {
    String text = parameter.strip();
    if (!text.startsWith("q=") && !text.startsWith("Q=")) {
      return 0;
    }
    try {
      return Double.parseDouble(text.substring(2));
    } catch (NumberFormatException e) {
      return 0;
    }
  }
}
