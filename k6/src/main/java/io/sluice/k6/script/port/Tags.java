package io.sluice.k6.script.port;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * An immutable set of tags, sorted by key, that hands out the same object for the same addition.
 *
 * <p>Belongs to one user and its thread: what was added once is remembered, so that a store of
 * samples can recognise tags by identity first. Equality is by content.
 */
public final class Tags {
  /**
   * More children than this are forgotten at once: their keys are values without bound, such as
   * URLs with ids.
   */
  private static final int REMEMBERED = 2_000;

  private final String[] pairs;
  private final int hash;
  private @Nullable Map<String, Map<String, Tags>> additions;
  private int remembered;

  private Tags(String[] pairs) {
    this.pairs = pairs;
    this.hash = Arrays.hashCode(pairs);
  }

  /** No tag at all; a new root, for one user. */
  public static Tags none() {
    return new Tags(new String[0]);
  }

  /** The tags of a map; a new root, for one user. */
  public static Tags of(Map<String, String> tags) {
    var sorted = new TreeMap<>(tags);
    var pairs = new String[sorted.size() * 2];
    int i = 0;
    for (var entry : sorted.entrySet()) {
      pairs[i++] = entry.getKey();
      pairs[i++] = entry.getValue();
    }
    return new Tags(pairs);
  }

  /** How many tags there are. */
  public int size() {
    return pairs.length / 2;
  }

  /**
   * The key at a place in the order of keys.
   *
   * @param i from 0 to {@code size() - 1}
   */
  public String key(int i) {
    return pairs[2 * i];
  }

  /**
   * The value at a place in the order of keys.
   *
   * @param i from 0 to {@code size() - 1}
   */
  public String value(int i) {
    return pairs[2 * i + 1];
  }

  /** The value of a key, or null. */
  public @Nullable String get(String key) {
    for (int i = 0; i < pairs.length; i += 2) {
      if (pairs[i].equals(key)) {
        return pairs[i + 1];
      }
    }
    return null;
  }

  /** These tags and one more, or with another value. */
  public Tags with(String key, String value) {
    var all = additions;
    if (all == null || remembered >= REMEMBERED) {
      all = new HashMap<>();
      additions = all;
      remembered = 0;
    }
    var ofKey = all.get(key);
    if (ofKey == null) {
      ofKey = new HashMap<>();
      all.put(key, ofKey);
    }
    Tags known = ofKey.get(value);
    if (known == null) {
      known = new Tags(inserted(key, value));
      ofKey.put(value, known);
      remembered++;
    }
    return known;
  }

  /** These tags less one key. */
  public Tags without(String key) {
    if (get(key) == null) {
      return this;
    }
    var rest = toMap();
    rest.remove(key);
    return of(rest);
  }

  /** A copy as a map, in the order of keys. */
  public Map<String, String> toMap() {
    var map = new TreeMap<String, String>();
    for (int i = 0; i < pairs.length; i += 2) {
      map.put(pairs[i], pairs[i + 1]);
    }
    return map;
  }

  private String[] inserted(String key, String value) {
    int at = 0;
    while (at < pairs.length && pairs[at].compareTo(key) < 0) {
      at += 2;
    }
    if (at < pairs.length && pairs[at].equals(key)) {
      var copy = pairs.clone();
      copy[at + 1] = value;
      return copy;
    }
    var longer = Arrays.copyOf(pairs, pairs.length + 2);
    System.arraycopy(pairs, at, longer, at + 2, pairs.length - at);
    longer[at] = key;
    longer[at + 1] = value;
    return longer;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other
        || (other instanceof Tags tags && hash == tags.hash && Arrays.equals(pairs, tags.pairs));
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
