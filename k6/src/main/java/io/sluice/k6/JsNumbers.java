package io.sluice.k6;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NumericNode;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** Numbers as JavaScript writes them. */
public final class JsNumbers {
  private static final double SAFE = 9_007_199_254_740_992.0;

  private JsNumbers() {}

  /** A number without a fraction where it has none. */
  public static NumericNode node(double value) {
    return isWhole(value)
        ? JsonNodeFactory.instance.numberNode((long) value)
        : JsonNodeFactory.instance.numberNode(value);
  }

  /** As {@code String(value)}. */
  public static String text(double value) {
    if (isWhole(value)) {
      return Long.toString((long) value);
    }
    double magnitude = Math.abs(value);
    if (magnitude >= 1e21 || magnitude < 1e-6 || !Double.isFinite(value)) {
      return Double.toString(value).replace("E-", "e-").replace("E", "e+");
    }
    return new BigDecimal(Double.toString(value)).stripTrailingZeros().toPlainString();
  }

  /** As {@code value.toFixed(digits)}. */
  public static String fixed(double value, int digits) {
    if (!Double.isFinite(value)) {
      return Double.toString(value);
    }
    return new BigDecimal(value).setScale(digits, RoundingMode.HALF_UP).toPlainString();
  }

  /** Rounded to so many digits after the point, without zeros at the end. */
  public static String rounded(double value, int digits) {
    return text(Double.parseDouble(fixed(value, digits)));
  }

  /** Cut off after so many digits, without zeros at the end. */
  public static String cut(double value, int digits) {
    double unit = Math.pow(10, digits);
    double whole = unit * value;
    double cut = whole < 0 ? Math.ceil(whole) : Math.floor(whole);
    return rounded(cut / unit, digits);
  }

  private static boolean isWhole(double value) {
    return value == Math.rint(value) && Math.abs(value) < SAFE;
  }
}
