package io.sluice.reports.html;

import io.sluice.gate.Verdict;
import io.sluice.gate.compare.Comparison;
import io.sluice.reports.figures.RunFigures;
import io.sluice.reports.json.JsonText;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * {@code report.html}: one file that holds its data, its scripts and its styles, and needs no
 * network.
 */
public final class HtmlReport {
  private static final Pattern FEED = Pattern.compile("(/[A-Za-z0-9._-]+)+");

  private HtmlReport() {}

  /**
   * A page and what it may load and run.
   *
   * @param policy a Content-Security-Policy; the page itself says the same
   */
  public record Page(String html, String policy) {}

  /** The page of a run that is over. */
  public static String of(RunFigures run, Verdict verdict) {
    return page(PageTemplate.report(), JsonText.embedded(Payload.of(run, verdict)), "").html();
  }

  /** The page of a run that compared two deployments. */
  public static String of(RunFigures run, Verdict verdict, Comparison comparison) {
    return page(PageTemplate.report(), JsonText.embedded(Payload.of(run, verdict, comparison)), "")
        .html();
  }

  /** The page of two runs: B's figures, and how they differ from A's. */
  public static String of(RunFigures a, RunFigures b, Comparison comparison) {
    return page(PageTemplate.report(), JsonText.embedded(Payload.of(a, b, comparison)), "").html();
  }

  /**
   * The page of a run that goes on: the same page, without data of its own.
   *
   * @param feed where its server sends what {@link LiveFeed} has and, as the last one, {@link
   *     #ended} by the name {@code end}: server-sent events; a path without characters that HTML or
   *     a policy would read otherwise
   */
  public static Page live(String feed) {
    if (!FEED.matcher(feed).matches()) {
      throw new IllegalArgumentException("expected a path such as /events, was '" + feed + "'");
    }
    return page(PageTemplate.liveReport(), "", "\n<meta name=\"feed\" content=\"" + feed + "\">");
  }

  /** What the live page is fed with when the run is over: one line of JSON. */
  public static String ended(RunFigures run, Verdict verdict) {
    return JsonText.embedded(Payload.of(run, verdict));
  }

  private static Page page(PageTemplate template, String data, String feed) {
    return new Page(template.page(data, Map.of("feed", feed)), template.policy());
  }
}
