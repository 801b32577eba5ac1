package io.sluice.k6.metrics;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Which parts of a metric a tag set matches, remembered; a list, since few metrics have parts.
 *
 * <p>All fields are final, so that a thread that sees the reference sees what is in it.
 */
final class MatchedParts {
  private final Metric metric;
  private final Metric[] parts;
  private final Metric[] matching;
  private final @Nullable MatchedParts next;

  private MatchedParts(
      Metric metric, Metric[] parts, Metric[] matching, @Nullable MatchedParts next) {
    this.metric = metric;
    this.parts = parts;
    this.matching = matching;
    this.next = next;
  }

  /** What is remembered of a metric, or null if that is nothing, or older than its last part. */
  @SuppressWarnings("ReferenceEquality") // metrics and their part lists are compared as objects
  static @Nullable MatchedParts of(@Nullable MatchedParts first, Metric metric, Metric[] parts) {
    for (MatchedParts known = first; known != null; known = known.next) {
      if (known.metric == metric && known.parts == parts) {
        return known;
      }
    }
    return null;
  }

  /** Looks for the matches, and remembers them before what was remembered. */
  static MatchedParts find(
      @Nullable MatchedParts first, Metric metric, Metric[] parts, TagSet tags) {
    Metric[] matching =
        Arrays.stream(parts)
            .filter(part -> tags.containsAll(part.selector()))
            .toArray(Metric[]::new);
    return new MatchedParts(metric, parts, matching, first);
  }

  /** The parts that match; not to be written to. */
  Metric[] matching() {
    return matching;
  }
}
