package io.sluice.k6.metrics;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What samples are added up under: a metric, or the part of one whose samples bear certain tags (a
 * sub-metric).
 *
 * <p>Made by a {@link MetricRegistry} only; two of the same registry are the same if they are the
 * same object.
 */
public final class Metric {
  private static final Metric[] NO_PARTS = {};

  private final String name;
  private final MetricType type;
  private final Contains contains;
  private final int slot;
  private final @Nullable Metric parent;
  private final TagSet selector;
  private volatile Metric[] parts = NO_PARTS;

  Metric(String name, MetricType type, Contains contains, int slot) {
    this(name, type, contains, slot, null, TagSet.EMPTY);
  }

  private Metric(
      String name,
      MetricType type,
      Contains contains,
      int slot,
      @Nullable Metric parent,
      TagSet selector) {
    this.name = name;
    this.type = type;
    this.contains = contains;
    this.slot = slot;
    this.parent = parent;
    this.selector = selector;
  }

  /** The registry's doing: adds a part, which from now on gets the matching samples too. */
  Metric addPart(String suffix, TagSet partSelector, int partSlot) {
    Metric part =
        new Metric(name + "{" + suffix + "}", type, contains, partSlot, this, partSelector);
    Metric[] more = Arrays.copyOf(parts, parts.length + 1);
    more[parts.length] = part;
    parts = more;
    return part;
  }

  /** Its name; a part's is its metric's and the selector as it was written. */
  public String name() {
    return name;
  }

  /** How its samples are added up. */
  public MetricType type() {
    return type;
  }

  /** What its values are. */
  public Contains contains() {
    return contains;
  }

  /** The metric that this is a part of; null of a whole metric. */
  public @Nullable Metric parent() {
    return parent;
  }

  /** The tags that a sample must have to count; empty of a whole metric. */
  public TagSet selector() {
    return selector;
  }

  /** What stands between the braces of a part's name; empty of a whole metric. */
  public String suffix() {
    return parent == null ? "" : name.substring(parent.name.length() + 1, name.length() - 1);
  }

  /** The parts that were asked for, in the order in which they were. */
  public List<Metric> parts() {
    return List.of(parts);
  }

  /** Its place in the arrays of stores: dense, from 0. */
  int slot() {
    return slot;
  }

  /** The parts, not to be written to. */
  Metric[] rawParts() {
    return parts;
  }

  @Override
  public String toString() {
    return name;
  }
}
