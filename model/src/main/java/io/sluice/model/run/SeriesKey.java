package io.sluice.model.run;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a series of figures is about.
 *
 * @param phase the phase's name
 * @param scenario the script's name
 * @param window the window that the requests' intended starts lie in
 * @param measured whether objectives look at that window
 * @param group path of groups, joined by {@code " / "}, or empty
 * @param request the request's name
 * @param tags extra names
 */
public record SeriesKey(
    String phase,
    String scenario,
    String window,
    boolean measured,
    String group,
    String request,
    Map<String, String> tags) {
  public SeriesKey {
    tags = Collections.unmodifiableMap(new TreeMap<>(tags));
  }

  /**
   * What it is called by a key of a selection: {@code scenario}, {@code phase}, {@code window},
   * {@code request}, {@code group} or a tag; empty if it has no such tag.
   */
  public String name(String key) {
    return switch (key) {
      case "scenario" -> scenario;
      case "phase" -> phase;
      case "window" -> window;
      case "request" -> request;
      case "group" -> group;
      default -> tags.getOrDefault(key, "");
    };
  }
}
