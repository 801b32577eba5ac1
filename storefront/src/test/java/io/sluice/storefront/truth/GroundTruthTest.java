package io.sluice.storefront.truth;

import static io.sluice.storefront.truth.Protocol.HTTP_1_1;
import static io.sluice.storefront.truth.Protocol.HTTP_2;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Map;
import org.junit.jupiter.api.Test;

final class GroundTruthTest {
  private static final EndpointStatus CART = new EndpointStatus("GET /cart", 200);
  private static final EndpointStatus LOGIN = new EndpointStatus("POST /auth/login", 401);

  private final GroundTruth truth = new GroundTruth(Recording.EACH_REQUEST);

  private static Visit visit(EndpointStatus key, Protocol protocol, long arrivalNanos) {
    return new Visit(
        key.endpoint(), key.status(), protocol, arrivalNanos, 2 * arrivalNanos, 3 * arrivalNanos);
  }

  private int answer(EndpointStatus key, Protocol protocol, long arrivalNanos, long timeNanos) {
    return truth.answered(visit(key, protocol, arrivalNanos), arrivalNanos + timeNanos);
  }

  @Test
  void countsSumsAndKeepsTheMaximum() {
    answer(CART, HTTP_1_1, 10, 3_000_000);
    answer(LOGIN, HTTP_1_1, 20, 7);
    answer(CART, HTTP_1_1, 30, 1_000_000);
    TruthSnapshot snapshot = truth.snapshot();
    assertEquals(Map.of(CART, 2L, LOGIN, 1L), snapshot.counts());
    assertEquals(new Tally(2, 4_000_000, 3_000_000), snapshot.tallies().get(CART));
    assertEquals(3, snapshot.total());
    assertEquals(2, snapshot.count("GET /cart"));
    assertEquals(0, snapshot.count("GET /cart", 500));
  }

  @Test
  void snapshotStaysAsItWas() {
    answer(CART, HTTP_1_1, 0, 1);
    TruthSnapshot before = truth.snapshot();
    answer(CART, HTTP_1_1, 0, 1);
    assertEquals(1, before.total());
    assertEquals(2, truth.snapshot().total());
  }

  @Test
  void refusedAnswerBecomesAbandoned() {
    answer(CART, HTTP_1_1, 0, 5);
    int row = answer(CART, HTTP_1_1, 0, 7);
    truth.refused(visit(CART, HTTP_1_1, 0), row, 7);
    row = answer(LOGIN, HTTP_1_1, 0, 1);
    truth.refused(visit(LOGIN, HTTP_1_1, 0), row, 1);
    truth.abandoned(visit(CART, HTTP_1_1, 0), 9);
    TruthSnapshot snapshot = truth.snapshot();
    assertEquals(Map.of(CART, new Tally(1, 5, 7)), snapshot.tallies());
    assertEquals(3, snapshot.abandoned());
    RequestLog log = truth.log();
    assertEquals(Outcome.ANSWERED, log.outcome(0));
    for (row = 1; row < 4; row++) {
      assertEquals(Outcome.ABANDONED, log.outcome(row));
    }
    assertEquals(LOGIN, log.endpointStatus(2));
    assertEquals(HTTP_1_1, log.protocol(2));
    assertArrayEquals(new long[] {5}, log.sortedTimes(CART));
  }

  @Test
  void refusalOfWhatWasNeverAnsweredIsAMistake() {
    assertThrows(IllegalStateException.class, () -> truth.refused(visit(CART, HTTP_2, 0), 0, 1));
  }

  @Test
  void answersAreCountedByProtocol() {
    answer(CART, HTTP_2, 0, 1);
    int row = answer(CART, HTTP_2, 0, 1);
    answer(CART, HTTP_1_1, 0, 1);
    truth.refused(visit(CART, HTTP_2, 0), row, 1);
    TruthSnapshot snapshot = truth.snapshot();
    assertEquals(1, snapshot.count(HTTP_2));
    assertEquals(1, snapshot.count(HTTP_1_1));
    assertEquals(0, snapshot.count(Protocol.HTTP_1_0));
  }

  @Test
  void logGrowsAndKeepsItsRows() {
    for (int i = 0; i < 20_000; i++) {
      answer(i % 2 == 0 ? CART : LOGIN, i % 3 == 0 ? HTTP_2 : HTTP_1_1, i, 2L * i);
    }
    truth.sent(9_000, 27_001);
    RequestLog log = truth.log();
    assertEquals(20_000, log.size());
    for (int i = 0; i < 20_000; i++) {
      assertEquals(i, log.arrivalNanos(i));
      assertEquals(2L * i, log.timeInServerNanos(i));
      assertEquals(2L * i, log.drawnNanos(i));
      assertEquals(3L * i, log.dueNanos(i));
      assertEquals(3L * i, log.leftNanos(i));
      assertEquals(i == 9_000 ? 27_001 : 3L * i, log.sentNanos(i));
      assertEquals(i % 2 == 0 ? CART : LOGIN, log.endpointStatus(i));
      assertEquals(i % 3 == 0 ? HTTP_2 : HTTP_1_1, log.protocol(i));
    }
    assertThrows(IndexOutOfBoundsException.class, () -> log.arrivalNanos(20_000));
    assertThrows(IndexOutOfBoundsException.class, () -> log.arrivalNanos(-1));
  }

  @Test
  void withoutRecordingThereAreNoRows() {
    GroundTruth counting = new GroundTruth(Recording.COUNTS);
    int row = counting.answered(visit(CART, HTTP_1_1, 0), 1);
    counting.sent(row, 2);
    assertEquals(0, counting.log().size());
    assertEquals(1, counting.snapshot().total());
  }

  @Test
  void json() {
    answer(LOGIN, HTTP_1_1, 0, 1_234_567);
    answer(CART, HTTP_1_1, 0, 2_000_000);
    answer(CART, HTTP_2, 0, 3_000_000);
    truth.abandoned(visit(CART, HTTP_1_1, 0), 1);
    truth.reset(visit(CART, HTTP_1_1, 0), 1);
    truth.reset(visit(CART, HTTP_1_1, 0), 1);
    truth.cut(visit(CART, HTTP_1_1, 0), Outcome.HALF_CLOSED, 1);
    assertEquals(
        """
        {
          "total" : 3,
          "abandoned" : 1,
          "reset" : 2,
          "cut" : 1,
          "protocols" : {
            "HTTP/1.0" : 0,
            "HTTP/1.1" : 2,
            "HTTP/2" : 1
          },
          "endpoints" : [ {
            "endpoint" : "GET /cart",
            "status" : 200,
            "count" : 2,
            "mean_ms" : 2.5,
            "max_ms" : 3.0,
            "p50_ms" : 2.0,
            "p90_ms" : 3.0,
            "p95_ms" : 3.0,
            "p99_ms" : 3.0,
            "p999_ms" : 3.0
          }, {
            "endpoint" : "POST /auth/login",
            "status" : 401,
            "count" : 1,
            "mean_ms" : 1.235,
            "max_ms" : 1.235,
            "p50_ms" : 1.235,
            "p90_ms" : 1.235,
            "p95_ms" : 1.235,
            "p99_ms" : 1.235,
            "p999_ms" : 1.235
          } ]
        }\
        """,
        truth.toJson().replace(System.lineSeparator(), "\n"));
  }
}
