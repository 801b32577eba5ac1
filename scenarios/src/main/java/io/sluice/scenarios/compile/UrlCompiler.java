package io.sluice.scenarios.compile;

import io.sluice.model.plan.Target;
import io.sluice.model.plan.Template;
import io.sluice.model.plan.Template.Escape;
import io.sluice.scenarios.compile.Lowering.Filled;
import io.sluice.scenarios.compile.Lowering.Fixed;
import io.sluice.scenarios.compile.Lowering.Piece;
import io.sluice.scenarios.tree.Words;
import java.net.IDN;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Splits absolute URLs. Scheme, host and port must be known before the run, because the plan names
 * every origin that the run may contact; holes may only stand behind them.
 */
final class UrlCompiler {
  private static final Pattern AUTHORITY =
      Pattern.compile("(?<host>\\[[0-9A-Fa-f:.]+]|[^:\\[\\]@]+)(?::(?<port>\\d{1,5}))?");

  private final Lowering lowering;

  UrlCompiler(Lowering lowering) {
    this.lowering = lowering;
  }

  /**
   * A URL in its parts.
   *
   * @param path path and query, starting with {@code /}
   * @param shown the path without its query, as a name shows it
   */
  record Url(Target target, Template path, String shown) {}

  /**
   * Splits a URL.
   *
   * @throws IllegalArgumentException with a sentence, if it is not absolute
   */
  Url compile(Words words) {
    List<Piece> pieces = pieces(words);
    String first = !pieces.isEmpty() && pieces.getFirst() instanceof Fixed(String text) ? text : "";
    int host = first.indexOf("://") + 3;
    String scheme = host < 3 ? "" : first.substring(0, host - 3).toLowerCase(Locale.ROOT);
    if (!scheme.equals("http") && !scheme.equals("https")) {
      boolean unknown = first.isEmpty() && !pieces.isEmpty();
      throw new IllegalArgumentException(
          unknown
              ? "scheme, host and port of a URL must be known before the run, was '" + words + "'"
              : "expected an absolute URL such as https://example.com/path, was '" + first + "'");
    }
    int end = host;
    while (end < first.length() && "/?#".indexOf(first.charAt(end)) < 0) {
      end++;
    }
    if (end == first.length() && pieces.size() > 1) {
      throw new IllegalArgumentException(
          "scheme, host and port of a URL must be known before the run, was '" + words + "'");
    }
    Target target = target(scheme, first.substring(host, end), first);
    pieces.set(0, new Fixed(first.substring(end)));
    return path(target, pieces, words);
  }

  /**
   * Pieces, with one slash where a base URL that ends with one meets a path that begins so. What is
   * known now may bring a part of the path with it, but in the query it is a value.
   */
  private List<Piece> pieces(Words words) {
    List<Piece> pieces = new ArrayList<>();
    boolean query = false;
    for (Words.Piece word : words.pieces()) {
      Piece piece = lowering.piece(word);
      if (word instanceof Words.Plain(String text)) {
        query |= text.indexOf('?') >= 0;
      } else if (query && piece instanceof Fixed(String text)) {
        piece = new Fixed(Encoding.percent(text));
      }
      if (piece instanceof Fixed(String text)
          && !pieces.isEmpty()
          && pieces.getLast() instanceof Fixed(String before)) {
        boolean twice = before.endsWith("/") && text.startsWith("/");
        pieces.set(pieces.size() - 1, new Fixed(before + (twice ? text.substring(1) : text)));
      } else {
        pieces.add(piece);
      }
    }
    return pieces;
  }

  private static Target target(String scheme, String authority, String url) {
    Matcher matcher = AUTHORITY.matcher(authority);
    if (authority.indexOf('@') >= 0) {
      throw new IllegalArgumentException(
          "a URL must not hold a user name or password; send them in a header");
    }
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "expected an absolute URL such as https://example.com:8080/path, was '" + url + "'");
    }
    String host = matcher.group("host");
    String port = matcher.group("port");
    String name =
        host.startsWith("[") ? host.substring(1, host.length() - 1) : IDN.toASCII(host.strip());
    if (!name.matches("[A-Za-z0-9._:-]+")) {
      throw new IllegalArgumentException("a host cannot be named '" + host + "'");
    }
    int number = port == null ? (scheme.equals("https") ? 443 : 80) : Integer.parseInt(port);
    return new Target(scheme, name.toLowerCase(Locale.ROOT), number);
  }

  private static Url path(Target target, List<Piece> pieces, Words words) {
    TemplateBuilder template = new TemplateBuilder();
    StringBuilder shown = new StringBuilder();
    boolean query = false;
    boolean begun = false;
    for (Piece piece : pieces) {
      switch (piece) {
        case Fixed(String text) -> {
          if (text.indexOf('#') >= 0) {
            throw new IllegalArgumentException(
                "a fragment (#...) of a URL is never sent, was '" + words + "'");
          }
          String slashed = !begun && !text.startsWith("/") ? "/" + text : text;
          int mark = slashed.indexOf('?');
          if (!query) {
            shown.append(mark < 0 ? slashed : slashed.substring(0, mark));
          }
          query |= mark >= 0;
          template.literal(Encoding.url(slashed));
        }
        case Filled filled -> {
          if (!query) {
            shown.append("{}");
          }
          template.hole(filled.value(), query ? Escape.QUERY : Escape.PATH);
        }
      }
      begun = true;
    }
    return new Url(target, template.build(), shown.toString());
  }
}
