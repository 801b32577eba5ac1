package io.sluice.engine.wire;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The response headers that somebody will look at, numbered; all others are skipped unread. */
public final class WantedHeaders {
  /** The number of {@code location}. */
  public static final int LOCATION = 0;

  /** The number of {@code content-encoding}. */
  public static final int CONTENT_ENCODING = 1;

  private final byte[][] names;

  private WantedHeaders(byte[][] names) {
    this.names = names;
  }

  /** {@code location}, {@code content-encoding} and these names, which are in any case. */
  public static WantedHeaders of(List<String> others) {
    List<String> all = new ArrayList<>(List.of("location", "content-encoding"));
    for (String name : others) {
      String lower = name.toLowerCase(Locale.ROOT);
      if (!all.contains(lower)) {
        all.add(lower);
      }
    }
    return new WantedHeaders(
        all.stream().map(name -> name.getBytes(StandardCharsets.US_ASCII)).toArray(byte[][]::new));
  }

  /** How many there are. */
  public int count() {
    return names.length;
  }

  /** A name in lower case. Not to be changed. */
  public byte[] name(int number) {
    return names[number];
  }

  /** The number of a name in any case, or -1 (a flyweight's "none"). */
  public int number(String name) {
    byte[] lower = name.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.US_ASCII);
    for (int i = 0; i < names.length; i++) {
      if (java.util.Arrays.equals(names[i], lower)) {
        return i;
      }
    }
    return -1;
  }
}
