package io.sluice.reports.html;

import io.sluice.gate.Verdict;
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
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{([a-z]+)}}");
  private static final List<String> SCRIPTS =
      List.of("dom.js", "format.js", "charts.js", "verdict.js", "tables.js", "report.js");

  private HtmlReport() {}

  /** The page of a run. */
  public static String of(RunFigures run, Verdict verdict) {
    Uplot uplot = Uplot.load();
    List<Inline> styles =
        Stream.of(uplot.styles(), Resource.own("report.css"))
            .map(text -> new Inline("style", text))
            .toList();
    List<Inline> scripts =
        Stream.concat(Stream.of(uplot.script()), SCRIPTS.stream().map(Resource::own))
            .map(text -> new Inline("script", text))
            .toList();
    return fill(
        Resource.own("report.html"),
        Map.of(
            "policy", policy(styles, scripts),
            "styles", Inline.html(styles),
            "data", JsonText.embedded(Payload.of(run, verdict)),
            "scripts", Inline.html(scripts)));
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
