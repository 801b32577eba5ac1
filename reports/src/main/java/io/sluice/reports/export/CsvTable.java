package io.sluice.reports.export;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.SequenceWriter;
import com.fasterxml.jackson.dataformat.csv.CsvGenerator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import io.sluice.reports.text.Printable;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** Writes a table as RFC 4180 has it, in UTF-8, with a line of names on top. */
final class CsvTable implements Closeable {
  private static final CsvMapper MAPPER =
      CsvMapper.csvBuilder()
          .enable(CsvGenerator.Feature.STRICT_CHECK_FOR_QUOTING)
          .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
          .build();

  /** What starts a formula; the wide forms do so in Japanese spreadsheets. */
  private static final String FORMULA = "=+-@\uFF1D\uFF0B\uFF0D\uFF20";

  private final SequenceWriter rows;

  CsvTable(OutputStream out, List<String> columns) throws IOException {
    CsvSchema.Builder schema = CsvSchema.builder().setUseHeader(true).setLineSeparator("\r\n");
    columns.forEach(schema::addColumn);
    rows = MAPPER.writer(schema.build()).writeValues(out);
  }

  /** Adds a row: a value for each column, in their order. */
  void row(List<Object> values) throws IOException {
    rows.write(values.stream().map(CsvTable::cell).toList());
  }

  private static Object cell(Object value) {
    return value instanceof String text ? text(text) : value;
  }

  /**
   * A text that no spreadsheet takes for a formula: what would start one stands behind an
   * apostrophe. Invisible characters are spelt out.
   */
  static String text(String text) {
    String line = Printable.line(text);
    boolean formula = !line.isBlank() && FORMULA.indexOf(line.strip().charAt(0)) >= 0;
    return formula ? "'" + line : line;
  }

  /** Ends the table; the stream stays open. */
  @Override
  public void close() throws IOException {
    rows.close();
  }
}
