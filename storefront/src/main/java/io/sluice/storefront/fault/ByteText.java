package io.sluice.storefront.fault;

import java.math.BigDecimal;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads sizes such as {@code 16B} or {@code 64KB}. A KB has 1024 bytes, a MB 1024 KB. */
final class ByteText {
  private static final Pattern FORM = Pattern.compile("(\\d{1,10}(?:\\.\\d{1,3})?)(B|KB|MB)");
  private static final Map<String, Integer> BYTES = Map.of("B", 1, "KB", 1 << 10, "MB", 1 << 20);

  private ByteText() {}

  static int parse(String text) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "size must be a number with a unit (B, KB, MB) such as 512B or 64KB, was '" + text + "'");
    }
    BigDecimal unit = BigDecimal.valueOf(BYTES.getOrDefault(matcher.group(2), 1));
    BigDecimal bytes = new BigDecimal(matcher.group(1)).multiply(unit);
    if (bytes.compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) > 0) {
      throw new IllegalArgumentException("size must be below 2048MB, was '" + text + "'");
    }
    return bytes.intValue();
  }
}
