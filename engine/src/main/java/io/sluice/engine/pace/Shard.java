package io.sluice.engine.pace;

/**
 * One cell's share of the load: numbers {@code index, index + count, index + 2 count, …} of a
 * sequence. The shares of all cells are the whole sequence, each element once.
 *
 * @param index 0 to count - 1
 * @param count how many cells there are
 */
public record Shard(int index, int count) {
  /** The only cell. */
  public static final Shard WHOLE = new Shard(0, 1);

  public Shard {
    if (count < 1 || index < 0 || index >= count) {
      throw new IllegalArgumentException("no shard " + index + " of " + count);
    }
  }

  /** How many of the first {@code total} elements are this cell's. */
  public int shareOf(int total) {
    return total <= index ? 0 : (total - index + count - 1) / count;
  }

  /** How many of the first {@code total} elements are this cell's, of very many. */
  public long shareOf(long total) {
    return total <= index ? 0 : (total - index + count - 1) / count;
  }

  /** The number in the whole sequence of this cell's k-th element, both from 0. */
  public int globalNumber(int k) {
    return index + k * count;
  }
}
