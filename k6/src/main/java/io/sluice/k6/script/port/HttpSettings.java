package io.sluice.k6.script.port;

import io.sluice.k6.K6Version;
import io.sluice.k6.options.SystemTag;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The options of a run that its requests obey.
 *
 * @param userAgent the header, "" for none
 * @param maxRedirects how many are followed unless a request says otherwise, 0 or more
 * @param batch how many requests of one batch are under way at once, 1 or more
 * @param batchPerHost how many of them to one host, 0 for no limit
 * @param throwing whether a request without an answer throws
 * @param keepsCookies whether cookies outlive an iteration
 * @param discardsBodies whether bodies are dropped unless a request wants its own
 * @param systemTags the tags that are on, as k6 names them
 */
public record HttpSettings(
    String userAgent,
    int maxRedirects,
    int batch,
    int batchPerHost,
    boolean throwing,
    boolean keepsCookies,
    boolean discardsBodies,
    Set<String> systemTags) {
  /** k6's defaults. */
  public static final HttpSettings DEFAULTS =
      new HttpSettings(
          "Grafana k6/" + K6Version.TEXT, 10, 20, 6, false, false, false, names(SystemTag.DEFAULT));

  /** The tags' names. */
  public static Set<String> names(Set<SystemTag> tags) {
    return tags.stream().map(SystemTag::text).collect(Collectors.toUnmodifiableSet());
  }

  /** Copies the set. */
  public HttpSettings {
    systemTags = Set.copyOf(systemTags);
  }
}
