package io.sluice.k6.metrics;

import org.jspecify.annotations.Nullable;

/**
 * The sets that were derived from a tag set by one tag: a hash table that is copied to be changed.
 *
 * <p>All fields are final, so that a thread that sees the reference sees the table (JLS 17.5). It
 * stops growing at {@value #LIMIT} entries: whoever tags samples with ever new values pays with
 * garbage, not with a leak.
 */
final class Derived {
  static final int LIMIT = 512;
  static final Derived NONE = new Derived(new String[0], new String[0], new TagSet[0], 0);

  private final @Nullable String[] names;
  private final @Nullable String[] values;
  private final @Nullable TagSet[] sets;
  private final int size;

  private Derived(
      @Nullable String[] names, @Nullable String[] values, @Nullable TagSet[] sets, int size) {
    this.names = names;
    this.values = values;
    this.sets = sets;
    this.size = size;
  }

  /** The set that a tag leads to, or null. */
  @Nullable TagSet find(String name, String value) {
    int mask = sets.length - 1;
    if (mask < 0) {
      return null;
    }
    for (int i = hash(name, value) & mask; sets[i] != null; i = (i + 1) & mask) {
      if (value.equals(values[i]) && name.equals(names[i])) {
        return sets[i];
      }
    }
    return null;
  }

  /** This table with one entry more; itself when it is full. */
  Derived and(String name, String value, TagSet set) {
    if (size >= LIMIT) {
      return this;
    }
    int capacity = Math.max(4, Integer.highestOneBit(size + 1) * 4);
    @Nullable String[] moreNames = new String[capacity];
    @Nullable String[] moreValues = new String[capacity];
    @Nullable TagSet[] moreSets = new TagSet[capacity];
    for (int i = 0; i <= sets.length; i++) {
      boolean last = i == sets.length;
      String oldName = last ? name : names[i];
      String oldValue = last ? value : values[i];
      TagSet oldSet = last ? set : sets[i];
      if (oldName != null && oldValue != null && oldSet != null) {
        int at = hash(oldName, oldValue) & (capacity - 1);
        while (moreSets[at] != null) {
          at = (at + 1) & (capacity - 1);
        }
        moreNames[at] = oldName;
        moreValues[at] = oldValue;
        moreSets[at] = oldSet;
      }
    }
    // only now: what is written after a constructor's end is not covered by its final fields
    return new Derived(moreNames, moreValues, moreSets, size + 1);
  }

  private static int hash(String name, String value) {
    int h = 31 * name.hashCode() + value.hashCode();
    return h ^ (h >>> 15);
  }
}
