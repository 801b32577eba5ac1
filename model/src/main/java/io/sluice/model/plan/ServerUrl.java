package io.sluice.model.plan;

import java.net.URI;
import java.net.URISyntaxException;

/** The address of a server that a run asks for figures. */
public final class ServerUrl {
  private ServerUrl() {}

  /**
   * The address as it is used: without a slash at its end.
   *
   * @throws IllegalArgumentException with a sentence, if it is none; it may hold no credentials
   */
  public static String checked(String text) {
    String example = "expected the address of a server such as http://127.0.0.1:9090, was '";
    try {
      URI uri = new URI(text.strip());
      boolean web = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
      if (!web || uri.getHost() == null) {
        throw new IllegalArgumentException(example + text + "'");
      }
      if (uri.getRawUserInfo() != null) {
        throw new IllegalArgumentException(
            "an address must hold no credentials: they belong into the environment");
      }
      if (uri.getRawQuery() != null || uri.getRawFragment() != null) {
        throw new IllegalArgumentException(
            "an address must end with its path, without ? or #, was '" + text + "'");
      }
      return uri.toString().replaceFirst("/+$", "");
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException(example + text + "'", e);
    }
  }
}
