package io.sluice.k6.lint;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes a finding of why a script could not be loaded. */
final class LoadFailure {
  private static final Pattern PLACE = Pattern.compile("file://(\\S+?):(\\d+):(\\d+)");

  private LoadFailure() {}

  static Finding of(String script, String failure) {
    String sentence = failure.lines().findFirst().orElse("it cannot be loaded");
    Matcher place = PLACE.matcher(failure);
    boolean placed = place.find();
    boolean here = placed && place.group(1).endsWith("/" + script.replaceFirst("^.*/", ""));
    return new Finding(
        Severity.ERROR,
        "load",
        !placed || here ? script : place.group(1),
        placed ? Integer.parseInt(place.group(2)) : 0,
        placed ? Integer.parseInt(place.group(3)) : 0,
        "the script cannot be loaded: " + PLACE.matcher(sentence).replaceAll("").strip(),
        "");
  }
}
