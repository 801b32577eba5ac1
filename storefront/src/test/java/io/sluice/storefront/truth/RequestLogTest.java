package io.sluice.storefront.truth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.StringWriter;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The log as a copy, as a file, and its quantiles. */
final class RequestLogTest {
  private final GroundTruth truth = new GroundTruth(Recording.EACH_REQUEST);

  private static Visit visit(int status, Protocol protocol) {
    return new Visit("GET /products/{id}", status, protocol, 100, 20, 130);
  }

  @Test
  void fileHasALineForEveryOutcome() throws IOException {
    int row = truth.answered(visit(200, Protocol.HTTP_1_1), 131);
    truth.sent(row, 140);
    truth.cut(visit(200, Protocol.HTTP_1_1), Outcome.RESET_MIDWAY, 132);
    truth.cut(visit(200, Protocol.HTTP_2), Outcome.HALF_CLOSED, 133);
    truth.reset(visit(0, Protocol.HTTP_2), 134);
    truth.abandoned(visit(200, Protocol.HTTP_1_0), 120);
    truth.answered(visit(429, Protocol.HTTP_1_1), 135);
    StringWriter csv = new StringWriter();
    RequestLogCsv.write(truth.log(), csv);
    assertEquals(
        """
        arrival_ns,endpoint,status,protocol,outcome,drawn_ns,due_ns,left_ns,sent_ns
        100,GET /products/{id},200,HTTP/1.1,answered,20,130,131,140
        100,GET /products/{id},200,HTTP/1.1,reset-midway,20,130,132,132
        100,GET /products/{id},200,HTTP/2,half-closed,20,130,133,133
        100,GET /products/{id},,HTTP/2,reset,20,130,134,134
        100,GET /products/{id},200,HTTP/1.0,abandoned,20,130,120,120
        100,GET /products/{id},429,HTTP/1.1,answered,20,130,135,135
        """,
        csv.toString());
  }

  @Test
  void copyStaysAsItWas() {
    int row = truth.answered(visit(200, Protocol.HTTP_1_1), 131);
    RequestLog before = truth.log();
    truth.sent(row, 140);
    truth.answered(visit(404, Protocol.HTTP_1_1), 132);
    assertEquals(1, before.size());
    assertEquals(131, before.sentNanos(0));
    assertEquals(140, truth.log().sentNanos(0));
    assertThrows(IndexOutOfBoundsException.class, () -> before.outcome(1));
  }

  @ParameterizedTest
  @CsvSource({
    // values 1 to n; the smallest that a share q of them does not exceed
    "1, 0.001, 1",
    "1, 1, 1",
    "100, 0.07, 7",
    "100, 0.5, 50",
    "100, 0.501, 51",
    "1000, 0.999, 999",
    "1000, 0.9991, 1000",
    "3, 0.99, 3"
  })
  void quantileIsTheNearestRank(int n, double q, long expected) {
    assertEquals(expected, NearestRank.of(LongStream.rangeClosed(1, n).toArray(), q));
  }

  @ParameterizedTest
  @CsvSource({"0", "1.01", "NaN"})
  void impossibleQuantiles(double q) {
    assertEquals(
        "a quantile must be > 0 and <= 1, was " + q,
        assertThrows(IllegalArgumentException.class, () -> NearestRank.of(new long[] {1}, q))
            .getMessage());
  }
}
