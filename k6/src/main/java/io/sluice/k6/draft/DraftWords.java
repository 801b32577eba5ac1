package io.sluice.k6.draft;

import java.util.ArrayList;
import java.util.List;

/** Joins values to a text. */
final class DraftWords {
  private DraftWords() {}

  /** One value of several, with neighbouring texts as one. */
  static DraftValue of(List<DraftValue> parts) {
    List<DraftValue> flat = new ArrayList<>();
    for (DraftValue part : parts) {
      if (part instanceof DraftValue.Words(List<DraftValue> inner)) {
        inner.forEach(one -> append(flat, one));
      } else {
        append(flat, part);
      }
    }
    return flat.size() == 1 ? flat.getFirst() : new DraftValue.Words(flat);
  }

  private static void append(List<DraftValue> parts, DraftValue next) {
    if (next instanceof DraftValue.Text(String text)
        && !parts.isEmpty()
        && parts.getLast() instanceof DraftValue.Text(String before)) {
      parts.set(parts.size() - 1, new DraftValue.Text(before + text));
    } else {
      parts.add(next);
    }
  }
}
