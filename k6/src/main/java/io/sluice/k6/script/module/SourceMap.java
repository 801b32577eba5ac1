package io.sluice.k6.script.module;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A source map of revision 3 with one source: from generated to original places.
 *
 * <pre>
 *   mappings = line *( ";" line )     line = segment *( "," segment )
 *   segment  = column [ source line column [ name ] ]      each a signed VLQ in base 64, relative to the one before
 * </pre>
 */
final class SourceMap implements SourcePlaces {
  private static final String BASE64 =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

  /** For each generated line: generated column, original line, original column, …; all from 0. */
  private final List<int[]> lines = new ArrayList<>();

  private SourceMap() {}

  /** Reads a map. */
  static SourceMap of(String json) {
    String mappings;
    try {
      mappings = new ObjectMapper().readTree(json).path("mappings").asText();
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("not a source map", e);
    }
    var map = new SourceMap();
    int[] state = new int[4];
    for (String line : mappings.split(";", -1)) {
      state[0] = 0;
      map.lines.add(line.isEmpty() ? new int[0] : segments(line, state));
    }
    return map;
  }

  private static int[] segments(String line, int[] state) {
    var result = new int[16];
    int n = 0;
    for (String segment : line.split(",", -1)) {
      int field = 0;
      int value = 0;
      int shift = 0;
      for (int i = 0; i < segment.length(); i++) {
        int digit = BASE64.indexOf(segment.charAt(i));
        value |= (digit & 31) << shift;
        shift += 5;
        if ((digit & 32) == 0) {
          if (field < 4) {
            state[field++] += (value & 1) == 0 ? value >> 1 : -(value >> 1);
          }
          value = 0;
          shift = 0;
        }
      }
      if (field == 4) {
        result = n + 3 > result.length ? Arrays.copyOf(result, result.length * 2) : result;
        result[n++] = state[0];
        result[n++] = state[2];
        result[n++] = state[3];
      }
    }
    return Arrays.copyOf(result, n);
  }

  @Override
  public Place original(int line, int column) {
    for (int at = Math.min(line, lines.size()) - 1; at >= 0; at--) {
      int[] segments = lines.get(at);
      int best = -1;
      for (int i = 0; i < segments.length; i += 3) {
        if (at < line - 1 || segments[i] <= column - 1) {
          best = i;
        }
      }
      if (best >= 0) {
        return new Place(segments[best + 1] + 1, segments[best + 2] + 1);
      }
    }
    return new Place(line, column);
  }
}
