package io.sluice.reports.prometheus;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;

/**
 * Where a Pushgateway is, and who we are to it. Its text never has the password.
 *
 * @param uri without user and password
 * @param user empty for none
 * @param password empty for none
 */
public record PushTarget(URI uri, String user, String password) {
  private static final Set<String> SCHEMES = Set.of("http", "https");

  /**
   * Reads a URL such as {@code https://user:password@push.example.com:9091}.
   *
   * @throws IllegalArgumentException with a sentence that does not hold the password
   */
  public static PushTarget parse(String text) {
    try {
      URI uri = new URI(text.strip());
      String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
      boolean plain = uri.getRawQuery() == null && uri.getRawFragment() == null;
      if (SCHEMES.contains(scheme) && uri.getHost() != null && plain) {
        String[] user = (uri.getUserInfo() == null ? "" : uri.getUserInfo()).split(":", 2);
        return new PushTarget(bare(scheme, uri), user[0], user.length == 1 ? "" : user[1]);
      }
    } catch (URISyntaxException e) {
      // said below
    }
    throw new IllegalArgumentException(
        "expected a URL such as http://127.0.0.1:9091, was '" + masked(text) + "'");
  }

  private static URI bare(String scheme, URI uri) throws URISyntaxException {
    String path = uri.getPath() == null ? "" : uri.getPath().replaceAll("/+$", "");
    return new URI(scheme, null, uri.getHost(), uri.getPort(), path, null, null);
  }

  private static String masked(String text) {
    return text.replaceAll("//[^/]*@", "//***@");
  }

  @Override
  public String toString() {
    return uri.toString();
  }
}
