package io.sluice.storefront.truth;

import java.io.IOException;
import java.io.Writer;

/**
 * Writes a log as CSV: a line of names, then a line per request. Instants are nanoseconds of the
 * server's {@link System#nanoTime()}, which on Linux all processes of a machine share.
 *
 * <pre>
 * arrival_ns,endpoint,status,protocol,outcome,drawn_ns,due_ns,left_ns,sent_ns
 * </pre>
 */
public final class RequestLogCsv {
  private static final String NAMES =
      "arrival_ns,endpoint,status,protocol,outcome,drawn_ns,due_ns,left_ns,sent_ns\n";

  private RequestLogCsv() {}

  /** Writes all rows; the caller buffers and closes. */
  public static void write(RequestLog log, Writer out) throws IOException {
    out.write(NAMES);
    StringBuilder line = new StringBuilder();
    for (int row = 0; row < log.size(); row++) {
      EndpointStatus key = log.endpointStatus(row);
      line.setLength(0);
      line.append(log.arrivalNanos(row)).append(',').append(key.endpoint()).append(',');
      if (key.status() != 0) {
        line.append(key.status());
      }
      line.append(',').append(log.protocol(row).text());
      line.append(',').append(log.outcome(row).text());
      line.append(',').append(log.drawnNanos(row));
      line.append(',').append(log.dueNanos(row));
      line.append(',').append(log.leftNanos(row));
      line.append(',').append(log.sentNanos(row)).append('\n');
      out.append(line);
    }
  }
}
