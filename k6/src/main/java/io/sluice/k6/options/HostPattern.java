package io.sluice.k6.options;

import java.util.Locale;
import java.util.regex.Pattern;

/** Host names with a leading {@code *}, as in {@code hosts} and {@code blockHostnames}. */
public final class HostPattern {
  private static final Pattern VALID = Pattern.compile("\\*?[\\p{L}\\p{N}_.-]*(:\\d{1,5})?");

  private HostPattern() {}

  /** Whether a text can be such a name; {@code *} stands at its start only. */
  static boolean isValid(String pattern) {
    return !pattern.isEmpty() && VALID.matcher(pattern).matches();
  }

  /**
   * Whether a host is meant; upper and lower case are the same.
   *
   * @param pattern such as {@code example.com}, or {@code *.example.com} for all names that end so
   */
  public static boolean matches(String pattern, String host) {
    String name = host.toLowerCase(Locale.ROOT);
    String wanted = pattern.toLowerCase(Locale.ROOT);
    return wanted.startsWith("*") ? name.endsWith(wanted.substring(1)) : name.equals(wanted);
  }
}
