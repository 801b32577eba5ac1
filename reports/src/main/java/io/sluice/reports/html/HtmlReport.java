package io.sluice.reports.html;

import io.sluice.gate.Verdict;
import io.sluice.gate.compare.Comparison;
import io.sluice.reports.figures.RunFigures;
import io.sluice.reports.json.JsonText;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * {@code report.html}: one file that holds its data, its scripts and its styles, and needs no
 * network.
 *
 * <p>A Content-Security-Policy allows exactly these scripts and styles, by their hashes, and no
 * connection. Everything that came from outside stands in the block of JSON; the scripts insert it
 * as text, never as HTML.
 */
public final class HtmlReport {
  private static final Pattern FEED = Pattern.compile("(/[A-Za-z0-9._-]+)+");
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{([a-z]+)}}");
  private static final List<String> SCRIPTS =
      List.of(
          "dom.js",
          "format.js",
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

  private HtmlReport() {}

  /**
   * A page and what it may load and run.
   *
   * @param policy a Content-Security-Policy; the page itself says the same
   */
  public record Page(String html, String policy) {}

  /** The page of a run that is over. */
  public static String of(RunFigures run, Verdict verdict) {
    return page(JsonText.embedded(Payload.of(run, verdict)), "", "").html();
  }

  /** The page of a run that compared two deployments. */
  public static String of(RunFigures run, Verdict verdict, Comparison comparison) {
    return page(JsonText.embedded(Payload.of(run, verdict, comparison)), "", "").html();
  }

  /** The page of two runs: B's figures, and how they differ from A's. */
  public static String of(RunFigures a, RunFigures b, Comparison comparison) {
    return page(JsonText.embedded(Payload.of(a, b, comparison)), "", "").html();
  }

  /**
   * The page of a run that goes on: the same page, without data of its own.
   *
   * @param feed where its server sends {@link #data}, as server-sent events named {@code run} and,
   *     for the last one, {@code end}; a path without characters that HTML or a policy would read
   *     otherwise
   */
  public static Page live(String feed) {
    if (!FEED.matcher(feed).matches()) {
      throw new IllegalArgumentException("expected a path such as /events, was '" + feed + "'");
    }
    return page("", "\n<meta name=\"feed\" content=\"" + feed + "\">", "; connect-src 'self'");
  }

  /** What the live page is fed with while the run is not judged: one line of JSON. */
  public static String data(RunFigures run) {
    return JsonText.embedded(Payload.running(run));
  }

  /** What the live page is fed with while the run goes on: one line of JSON. */
  public static String data(RunFigures run, Verdict soFar) {
    return JsonText.embedded(Payload.running(run, soFar));
  }

  /** What the live page is fed with when the run is over: one line of JSON. */
  public static String ended(RunFigures run, Verdict verdict) {
    return JsonText.embedded(Payload.of(run, verdict));
  }

  private static Page page(String data, String feed, String connections) {
    Uplot uplot = Uplot.load();
    List<Inline> styles =
        Stream.of(uplot.styles(), Resource.own("report.css"))
            .map(text -> new Inline("style", text))
            .toList();
    List<Inline> scripts =
        Stream.concat(Stream.of(uplot.script()), SCRIPTS.stream().map(Resource::own))
            .map(text -> new Inline("script", text))
            .toList();
    String policy = policy(styles, scripts) + connections;
    Map<String, String> parts =
        Map.of(
            "policy", policy,
            "feed", feed,
            "styles", Inline.html(styles),
            "data", data,
            "scripts", Inline.html(scripts));
    return new Page(fill(Resource.own("report.html"), parts), policy);
  }

  private static String policy(List<Inline> styles, List<Inline> scripts) {
    return "default-src 'none'; script-src %s; style-src %s; img-src data:; base-uri 'none'; form-action 'none'"
        .formatted(Inline.sources(scripts), Inline.sources(styles));
  }

  /** Fills the holes of the template once: what is inserted is not searched for holes. */
  private static String fill(String template, Map<String, String> parts) {
    return PLACEHOLDER
        .matcher(template)
        .replaceAll(
            hole -> {
              String part = parts.get(hole.group(1));
              if (part == null) {
                throw new IllegalStateException("the template asks for " + hole.group());
              }
              return Matcher.quoteReplacement(part);
            });
  }
}
