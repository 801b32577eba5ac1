package io.sluice.model.plan;

import java.util.ArrayList;
import java.util.List;

/**
 * A set of HTTP status codes, written {@code 200}, {@code 2xx}, {@code 200-399} or a list of those.
 *
 * @param ranges inclusive ranges, at least one
 */
public record StatusSet(List<Range> ranges) {
  /** What a request accepts unless told otherwise: any 2xx or 3xx. */
  public static final StatusSet SUCCESS = new StatusSet(List.of(new Range(200, 399)));

  /** Any status at all: the exchange counts as soon as the target speaks HTTP. */
  public static final StatusSet ANY = new StatusSet(List.of(new Range(100, 999)));

  /** An inclusive range of status codes, 100 to 999. */
  public record Range(int from, int to) {
    public Range {
      if (from < 100 || to > 999 || from > to) {
        throw new IllegalArgumentException(
            "a status range must lie in 100 to 999, was " + from + "-" + to);
      }
    }

    @Override
    public String toString() {
      return from == to ? Integer.toString(from) : from + "-" + to;
    }
  }

  public StatusSet {
    ranges = List.copyOf(ranges);
    if (ranges.isEmpty()) {
      throw new IllegalArgumentException("a status set must not be empty");
    }
  }

  /**
   * Reads {@code 200}, {@code 2xx}, {@code 200-399}, or several of them separated by commas.
   *
   * @throws IllegalArgumentException with the rule and the text
   */
  public static StatusSet parse(String text) {
    List<Range> ranges = new ArrayList<>();
    for (String part : text.split(",", -1)) {
      ranges.add(parseRange(part.strip(), text));
    }
    return new StatusSet(ranges);
  }

  private static Range parseRange(String part, String whole) {
    if (part.matches("[1-9](xx|XX)")) {
      int hundred = (part.charAt(0) - '0') * 100;
      return new Range(hundred, hundred + 99);
    }
    if (part.matches("[1-9]\\d\\d")) {
      return new Range(Integer.parseInt(part), Integer.parseInt(part));
    }
    if (part.matches("[1-9]\\d\\d\\s*-\\s*[1-9]\\d\\d")) {
      String[] ends = part.split("-", 2);
      return new Range(Integer.parseInt(ends[0].strip()), Integer.parseInt(ends[1].strip()));
    }
    throw new IllegalArgumentException(
        "expected a status such as 200, 2xx or 200-399, was '" + whole + "'");
  }

  /** Whether the status is one of the set. */
  public boolean contains(int status) {
    for (int i = 0; i < ranges.size(); i++) {
      Range range = ranges.get(i);
      if (status >= range.from() && status <= range.to()) {
        return true;
      }
    }
    return false;
  }

  @Override
  public String toString() {
    return String.join(",", ranges.stream().map(Range::toString).toList());
  }
}
