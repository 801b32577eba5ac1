package io.sluice.reports.html;

import com.fasterxml.jackson.databind.JsonNode;
import io.sluice.reports.json.JsonText;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A page of one file: frame, body, styles, scripts and data. Its Content-Security-Policy allows
 * exactly these scripts and styles, by their hashes. Everything that came from outside stands in
 * the block of JSON; the scripts insert it as text, never as HTML. Immutable.
 */
public final class PageTemplate {
  /** Where a page may get more from. */
  public enum Network {
    /** Nowhere: the page is a file. */
    NONE(""),
    /** Its own server. */
    SELF("; connect-src 'self'");

    private final String directive;

    Network(String directive) {
      this.directive = directive;
    }
  }

  private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{([a-z]+)}}");
  private static final List<String> COMMON = List.of("dom.js", "format.js");

  private static final List<String> REPORT =
      List.of(
          "range.js",
          "grid.js",
          "charts.js",
          "timeline.js",
          "distribution.js",
          "verdict.js",
          "tables.js",
          "requests.js",
          "evidence.js",
          "comparison.js",
          "generator.js",
          "live.js",
          "report.js");

  private final String title;
  private final String body;
  private final List<Inline> styles;
  private final List<Inline> scripts;
  private final Network network;

  private PageTemplate(
      String title, String body, Stream<String> styles, Stream<String> scripts, Network network) {
    this.title = title;
    this.body = Resource.own(body);
    this.styles = styles.map(text -> new Inline("style", text)).toList();
    this.scripts = scripts.map(text -> new Inline("script", text)).toList();
    this.network = network;
  }

  /** The report of a run. */
  static PageTemplate report() {
    return charted("Sluice report", "report.html", List.of("report.css"), REPORT, Network.NONE);
  }

  /** The report of a run that goes on. */
  static PageTemplate liveReport() {
    return charted("Sluice report", "report.html", List.of("report.css"), REPORT, Network.SELF);
  }

  /** How runs went over time. */
  public static PageTemplate trend() {
    return charted(
        "Sluice history",
        "trend.html",
        List.of("report.css", "runs.css"),
        List.of("charts.js", "trend.js"),
        Network.NONE);
  }

  /** How much a deployment can take. */
  public static PageTemplate capacity() {
    return charted(
        "Sluice capacity",
        "capacity.html",
        List.of("report.css"),
        List.of("range.js", "grid.js", "charts.js", "tables.js", "capacity.js"),
        Network.NONE);
  }

  private static PageTemplate charted(
      String title, String body, List<String> styles, List<String> scripts, Network network) {
    Uplot uplot = Uplot.load();
    return new PageTemplate(
        title,
        body,
        Stream.concat(Stream.of(uplot.styles()), styles.stream().map(Resource::own)),
        Stream.concat(
            Stream.of(uplot.script()),
            Stream.concat(COMMON.stream(), scripts.stream()).map(Resource::own)),
        network);
  }

  /** The list of runs of a server, which fetches it again. */
  public static PageTemplate runList() {
    return new PageTemplate(
        "Sluice runs",
        "runs.html",
        Stream.of("report.css", "runs.css").map(Resource::own),
        Stream.concat(COMMON.stream(), Stream.of("runs.js")).map(Resource::own),
        Network.SELF);
  }

  /** The page with its data. */
  public String page(JsonNode data) {
    return page(JsonText.embedded(data), Map.of());
  }

  /**
   * The page with its data.
   *
   * @param data as it stands in a script element, or empty
   * @param more what else the frame asks for: {@code feed}
   */
  String page(String data, Map<String, String> more) {
    Map<String, String> parts = new HashMap<>(more);
    parts.putIfAbsent("feed", "");
    parts.put("title", title);
    parts.put("body", body);
    parts.put("policy", policy());
    parts.put("styles", Inline.html(styles));
    parts.put("data", data);
    parts.put("scripts", Inline.html(scripts));
    return fill(Resource.own("frame.html"), parts);
  }

  /** What the page may load and run. */
  public String policy() {
    return "default-src 'none'; script-src %s; style-src %s; img-src data:; base-uri 'none'; form-action 'none'%s"
        .formatted(Inline.sources(scripts), Inline.sources(styles), network.directive);
  }

  /** Fills the holes of the frame once: what is inserted is not searched for holes. */
  private static String fill(String frame, Map<String, String> parts) {
    return PLACEHOLDER
        .matcher(frame)
        .replaceAll(
            hole -> {
              String part = parts.get(hole.group(1));
              if (part == null) {
                throw new IllegalStateException("the frame asks for " + hole.group());
              }
              return Matcher.quoteReplacement(part);
            });
  }
}
