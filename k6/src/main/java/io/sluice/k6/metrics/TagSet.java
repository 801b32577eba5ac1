package io.sluice.k6.metrics;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The tags of a sample: names and values, sorted by name.
 *
 * <p>Immutable to see, equal by content, and cheap to derive: a set remembers the sets that {@link
 * #with} made of it (up to a bound) and the sub-metrics that it matches, so that a request with the
 * same tags as the last one allocates nothing. What it remembers may be lost to a race between
 * threads, which costs time and nothing else; so any thread may use a set.
 */
public final class TagSet {
  /** No tags. Remembers nothing: derive a run's sets from a {@link #root} of its own. */
  public static final TagSet EMPTY = new TagSet(new String[0]);

  /** Names at even places, their values after them. */
  private final String[] pairs;

  private final int hash;
  private @Nullable Derived derived;
  private @Nullable MatchedParts matched;

  private TagSet(String[] pairs) {
    this.pairs = pairs;
    this.hash = Arrays.hashCode(pairs);
  }

  /** A new set without tags, which remembers what is derived from it. */
  public static TagSet root() {
    return new TagSet(new String[0]);
  }

  /** A set of these tags. */
  public static TagSet of(Map<String, String> tags) {
    TagSet set = root();
    for (Map.Entry<String, String> tag : tags.entrySet()) {
      set = set.insert(tag.getKey(), tag.getValue());
    }
    return set;
  }

  /** This set with one tag more, or with that tag's value replaced. */
  @SuppressWarnings("ReferenceEquality") // the empty set is one object, and must not grow
  public TagSet with(String name, String value) {
    Derived known = derived;
    if (known != null) {
      TagSet found = known.find(name, value);
      if (found != null) {
        return found;
      }
    }
    TagSet made = insert(name, value);
    if (this != EMPTY) {
      derived = (known == null ? Derived.NONE : known).and(name, value, made);
    }
    return made;
  }

  /** This set with another's tags over its own. */
  public TagSet with(TagSet more) {
    TagSet result = this;
    for (int i = 0; i < more.pairs.length; i += 2) {
      result = result.with(more.pairs[i], more.pairs[i + 1]);
    }
    return result;
  }

  /** This set without one tag; itself if it has none of that name. */
  public TagSet without(String name) {
    int at = find(name);
    if (at < 0) {
      return this;
    }
    String[] fewer = new String[pairs.length - 2];
    System.arraycopy(pairs, 0, fewer, 0, at);
    System.arraycopy(pairs, at + 2, fewer, at, fewer.length - at);
    return new TagSet(fewer);
  }

  /** A tag's value; null if there is none of that name. */
  public @Nullable String get(String name) {
    int at = find(name);
    return at < 0 ? null : pairs[at + 1];
  }

  /** Whether every tag of another set is here, with the same value. */
  public boolean containsAll(TagSet some) {
    for (int i = 0; i < some.pairs.length; i += 2) {
      if (!some.pairs[i + 1].equals(get(some.pairs[i]))) {
        return false;
      }
    }
    return true;
  }

  /** How many tags there are. */
  public int size() {
    return pairs.length / 2;
  }

  /** The tags, sorted by name, as a new map. */
  public Map<String, String> toMap() {
    Map<String, String> map = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      map.put(pairs[i], pairs[i + 1]);
    }
    return map;
  }

  /** The parts of a metric that a sample with these tags belongs to; not to be written to. */
  Metric[] matching(Metric metric) {
    Metric[] parts = metric.rawParts();
    MatchedParts known = MatchedParts.of(matched, metric, parts);
    if (known == null) {
      known = MatchedParts.find(matched, metric, parts, this);
      if (size() > 0) {
        matched = known;
      }
    }
    return known.matching();
  }

  private TagSet insert(String name, String value) {
    int at = 0;
    while (at < pairs.length && pairs[at].compareTo(name) < 0) {
      at += 2;
    }
    if (at < pairs.length && pairs[at].equals(name)) {
      if (pairs[at + 1].equals(value)) {
        return this;
      }
      String[] other = pairs.clone();
      other[at + 1] = value;
      return new TagSet(other);
    }
    String[] more = new String[pairs.length + 2];
    System.arraycopy(pairs, 0, more, 0, at);
    more[at] = name;
    more[at + 1] = value;
    System.arraycopy(pairs, at, more, at + 2, pairs.length - at);
    return new TagSet(more);
  }

  private int find(String name) {
    for (int i = 0; i < pairs.length; i += 2) {
      if (pairs[i].equals(name)) {
        return i;
      }
    }
    return -1;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other
        || (other instanceof TagSet that && hash == that.hash && Arrays.equals(pairs, that.pairs));
  }

  @Override
  public int hashCode() {
    return hash;
  }

  @Override
  public String toString() {
    return toMap().toString();
  }
}
