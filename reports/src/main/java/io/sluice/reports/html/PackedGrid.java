package io.sluice.reports.html;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sluice.reports.figures.TimeCounts;
import io.sluice.reports.figures.TimeGrid;
import io.sluice.reports.json.JsonText;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.zip.GZIPOutputStream;

/**
 * A grid of times as the page carries it: numbers of 7 bits a byte (LEB128, least significant
 * first), compressed by gzip, in base64.
 *
 * <pre>
 *  row by row, cell by cell:  n, then n times (bucket - bucket before, count)   of ok
 *                             n, then n times (bucket - bucket before, count)   of failed
 * </pre>
 *
 * @param grid what is packed
 * @param text its cells, packed
 */
record PackedGrid(TimeGrid grid, String text) {
  /** Characters that the grid may take of the page's 1.5 MB. */
  static final int MOST = 700_000;

  private static final long MOST_AT_ONCE = 127;

  /** All of the grid, coarser in time where it would take more than so many characters. */
  static PackedGrid fitting(TimeGrid grid, int characters) {
    TimeGrid shown = grid;
    String packed = pack(shown);
    while (packed.length() > characters && shown.rows().getLast().cells().size() > 1) {
      int most = packed.length(); // a coarser one takes at least half of it
      do {
        shown = shown.coarser();
        most /= 2;
      } while (most > characters && shown.rows().getLast().cells().size() > 1);
      packed = pack(shown);
    }
    return new PackedGrid(shown, packed);
  }

  /** All of the grid as it is. */
  static PackedGrid of(TimeGrid grid) {
    return new PackedGrid(grid, pack(grid));
  }

  /** The grid, coarser in time where it would be too large. */
  static ObjectNode json(TimeGrid grid) {
    return fitting(grid, MOST).json();
  }

  ObjectNode json() {
    ObjectNode json = JsonText.object();
    json.put("bin_seconds", grid.binSeconds());
    ArrayNode rows = json.putArray("rows");
    for (TimeGrid.Row row : grid.rows()) {
      rows.addObject()
          .put("name", row.name())
          .put("every", row.every())
          .put("cells", row.cells().size());
    }
    return json.put("packed", text);
  }

  private static String pack(TimeGrid grid) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
      ByteArrayOutputStream numbers = new ByteArrayOutputStream();
      for (TimeGrid.Row row : grid.rows()) {
        for (TimeGrid.Cell cell : row.cells()) {
          add(cell.ok(), numbers);
          add(cell.failed(), numbers);
        }
      }
      numbers.writeTo(zip);
    } catch (IOException e) {
      throw new UncheckedIOException("memory can be written", e);
    }
    return Base64.getEncoder().encodeToString(bytes.toByteArray());
  }

  private static void add(TimeCounts counts, ByteArrayOutputStream out) {
    number(counts.size(), out);
    int before = 0;
    for (int i = 0; i < counts.size(); i++) {
      number(counts.bucket(i) - (long) before, out);
      number(counts.count(i), out);
      before = counts.bucket(i);
    }
  }

  private static void number(long value, ByteArrayOutputStream out) {
    long rest = value;
    while (rest > MOST_AT_ONCE) {
      out.write((int) ((rest & MOST_AT_ONCE) | 128));
      rest >>>= 7;
    }
    out.write((int) rest);
  }
}
