package io.sluice.k6.script.api;

import io.sluice.k6.metrics.TagSet;
import java.util.HashMap;
import java.util.Map;

/**
 * Reads tags that a script gave: key, value, key, value, …, each ended by a NUL character.
 *
 * <p>One string crosses from JavaScript more cheaply than an object, and the same string is the
 * same addition.
 */
final class TagText {
  private static final int REMEMBERED = 1_000;

  private final Map<TagSet, Map<String, TagSet>> known = new HashMap<>();

  /** TagSet and what a text adds to them. */
  TagSet add(TagSet tags, String text) {
    if (text.isEmpty()) {
      return tags;
    }
    var ofTags = known.get(tags);
    if (ofTags == null) {
      if (known.size() >= REMEMBERED) {
        known.clear();
      }
      ofTags = new HashMap<>();
      known.put(tags, ofTags);
    }
    TagSet result = ofTags.get(text);
    if (result == null) {
      result = tags;
      int from = 0;
      while (from < text.length()) {
        int middle = text.indexOf('\0', from);
        int end = text.indexOf('\0', middle + 1);
        result = result.with(text.substring(from, middle), text.substring(middle + 1, end));
        from = end + 1;
      }
      if (ofTags.size() >= REMEMBERED) {
        ofTags.clear();
      }
      ofTags.put(text, result);
    }
    return result;
  }
}
