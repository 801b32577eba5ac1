package io.sluice.k6.script.api;

import org.graalvm.polyglot.HostAccess;
import org.jsoup.Jsoup;
import org.jsoup.select.Elements;

/** The Java side of the module {@code k6/html}. */
public final class HtmlApi {
  private final UserState user;

  /** The module for one user. */
  public HtmlApi(UserState user) {
    this.user = user;
  }

  /** Parses a document; the selection of its root. */
  @HostAccess.Export
  public Selected parse(String html) {
    return new Selected(user, new Elements(Jsoup.parse(html)));
  }
}
