package io.sluice.model.plan;

import java.math.BigDecimal;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sizes of buffers and messages, read and written. A KB has 1024 bytes, a MB 1024 KB. */
public final class ByteSize {
  private static final Pattern SIZE = Pattern.compile("(\\d{1,10}(?:\\.\\d{1,3})?)(B|KB|MB|GB)");
  private static final Map<String, Integer> SHIFTS = Map.of("B", 0, "KB", 10, "MB", 20, "GB", 30);

  private ByteSize() {}

  /**
   * Reads a size: {@code 512B}, {@code 64KB}, {@code 1.5MB}; below 2 GB.
   *
   * @throws IllegalArgumentException with the rule and the text
   */
  public static int parse(String text) {
    Matcher size = SIZE.matcher(text.strip());
    if (!size.matches()) {
      throw new IllegalArgumentException(
          "expected a size such as 512B, 64KB or 16MB, was '" + text + "'");
    }
    long unit = 1L << SHIFTS.getOrDefault(size.group(2), 0);
    BigDecimal bytes = new BigDecimal(size.group(1)).multiply(BigDecimal.valueOf(unit));
    if (bytes.compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) > 0) {
      throw new IllegalArgumentException("a size must be below 2GB, was '" + text + "'");
    }
    return bytes.intValue();
  }

  /** Writes a size so that it is read as the same: {@code 64KB}, {@code 1000B}. */
  public static String format(int bytes) {
    for (String unit : new String[] {"GB", "MB", "KB"}) {
      int size = 1 << SHIFTS.getOrDefault(unit, 0);
      if (bytes >= size && bytes % size == 0) {
        return bytes / size + unit;
      }
    }
    return bytes + "B";
  }
}
