package io.sluice.storefront.limit;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads limits.
 *
 * <pre>
 * limit = "tokens:" rate ["," burst]           burst: the tokens of a tenth of a second
 *       | "mm1:" rate                          one server, exponential service times
 *       | "md1:" rate                          one server, constant service times
 * rate  = number "/s"
 * </pre>
 */
final class LimitText {
  private static final Pattern FORM =
      Pattern.compile("(tokens|mm1|md1):(\\d{1,10}(?:\\.\\d{1,9})?)/s(?:,(\\d{1,9}))?");

  private LimitText() {}

  static Limit parse(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches() || (form.group(3) != null && !form.group(1).equals("tokens"))) {
      throw new IllegalArgumentException(
          "limit must be tokens:3000/s (or tokens:3000/s,BURST), mm1:3000/s or md1:3000/s, was '"
              + text
              + "'");
    }
    double rate = Double.parseDouble(form.group(2));
    return switch (form.group(1)) {
      case "mm1" -> new Limit.SingleServer(rate, Limit.ServiceTime.EXPONENTIAL);
      case "md1" -> new Limit.SingleServer(rate, Limit.ServiceTime.CONSTANT);
      default ->
          form.group(3) == null
              ? Limit.Tokens.of(rate)
              : new Limit.Tokens(rate, Integer.parseInt(form.group(3)));
    };
  }
}
