package io.sluice.scenarios.query;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A JSONPath that names one place: members and elements only.
 *
 * <pre>
 *  path = "$" { "." name | "['" text "']" | '["' text '"]' | "[" digits "]" }
 * </pre>
 */
record SimplePath(List<Segment> segments) {
  private static final Pattern SEGMENT =
      Pattern.compile(
          "\\.([A-Za-z_][A-Za-z0-9_-]*)|\\['([^'\\\\\\[\\]]+)']|\\[\"([^\"\\\\\\[\\]]+)\"]"
              + "|\\[(\\d{1,9})]");

  /** A step from a value to one inside it. */
  sealed interface Segment {}

  /** A member of an object. */
  record Member(String name) implements Segment {}

  /** An element of an array, 0 for the first. */
  record Element(int index) implements Segment {}

  SimplePath {
    segments = List.copyOf(segments);
  }

  /** The path, or null if it is of another kind. */
  static @Nullable SimplePath parse(String path) {
    if (!path.startsWith("$")) {
      return null;
    }
    List<Segment> segments = new ArrayList<>();
    Matcher matcher = SEGMENT.matcher(path);
    int at = 1;
    while (at < path.length()) {
      if (!matcher.find(at) || matcher.start() != at) {
        return null;
      }
      segments.add(segment(matcher));
      at = matcher.end();
    }
    return new SimplePath(segments);
  }

  private static Segment segment(Matcher matcher) {
    for (int group = 1; group <= 3; group++) {
      String name = matcher.group(group);
      if (name != null) {
        return new Member(name);
      }
    }
    return new Element(Integer.parseInt(matcher.group(4)));
  }
}
