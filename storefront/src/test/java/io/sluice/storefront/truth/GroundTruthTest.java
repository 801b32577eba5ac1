package io.sluice.storefront.truth;

import static io.sluice.storefront.truth.Protocol.HTTP_1_1;
import static io.sluice.storefront.truth.Protocol.HTTP_2;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Map;
import org.junit.jupiter.api.Test;

final class GroundTruthTest {
  private static final EndpointStatus CART = new EndpointStatus("GET /cart", 200);
  private static final EndpointStatus LOGIN = new EndpointStatus("POST /auth/login", 401);

  private final GroundTruth truth = new GroundTruth(Recording.EACH_REQUEST);

  @Test
  void countsSumsAndKeepsTheMaximum() {
    truth.answered(CART, HTTP_1_1, 10, 3_000_000);
    truth.answered(LOGIN, HTTP_1_1, 20, 7);
    truth.answered(CART, HTTP_1_1, 30, 1_000_000);
    TruthSnapshot snapshot = truth.snapshot();
    assertEquals(Map.of(CART, 2L, LOGIN, 1L), snapshot.counts());
    assertEquals(new Tally(2, 4_000_000, 3_000_000), snapshot.tallies().get(CART));
    assertEquals(3, snapshot.total());
    assertEquals(2, snapshot.count("GET /cart"));
    assertEquals(0, snapshot.count("GET /cart", 500));
  }

  @Test
  void snapshotStaysAsItWas() {
    truth.answered(CART, HTTP_1_1, 0, 1);
    TruthSnapshot before = truth.snapshot();
    truth.answered(CART, HTTP_1_1, 0, 1);
    assertEquals(1, before.total());
    assertEquals(2, truth.snapshot().total());
  }

  @Test
  void refusedAnswerBecomesAbandoned() {
    truth.answered(CART, HTTP_1_1, 0, 5);
    truth.answered(CART, HTTP_1_1, 0, 7);
    truth.refused(CART, HTTP_1_1, 7);
    truth.answered(LOGIN, HTTP_1_1, 0, 1);
    truth.refused(LOGIN, HTTP_1_1, 1);
    truth.abandoned();
    TruthSnapshot snapshot = truth.snapshot();
    assertEquals(Map.of(CART, new Tally(1, 5, 7)), snapshot.tallies());
    assertEquals(3, snapshot.abandoned());
  }

  @Test
  void refusalOfWhatWasNeverAnsweredIsAMistake() {
    assertThrows(IllegalStateException.class, () -> truth.refused(CART, HTTP_2, 1));
  }

  @Test
  void answersAreCountedByProtocol() {
    truth.answered(CART, HTTP_2, 0, 1);
    truth.answered(CART, HTTP_2, 0, 1);
    truth.answered(CART, HTTP_1_1, 0, 1);
    truth.refused(CART, HTTP_2, 1);
    TruthSnapshot snapshot = truth.snapshot();
    assertEquals(1, snapshot.count(HTTP_2));
    assertEquals(1, snapshot.count(HTTP_1_1));
    assertEquals(0, snapshot.count(Protocol.HTTP_1_0));
  }

  @Test
  void logGrowsAndKeepsItsRows() {
    for (int i = 0; i < 20_000; i++) {
      truth.answered(i % 2 == 0 ? CART : LOGIN, i % 3 == 0 ? HTTP_2 : HTTP_1_1, i, 2L * i);
    }
    RequestLog log = truth.log();
    assertEquals(20_000, log.size());
    for (int i = 0; i < 20_000; i++) {
      assertEquals(i, log.arrivalNanos(i));
      assertEquals(2L * i, log.timeInServerNanos(i));
      assertEquals(i % 2 == 0 ? CART : LOGIN, log.endpointStatus(i));
      assertEquals(i % 3 == 0 ? HTTP_2 : HTTP_1_1, log.protocol(i));
    }
    assertThrows(IndexOutOfBoundsException.class, () -> log.arrivalNanos(20_000));
    assertThrows(IndexOutOfBoundsException.class, () -> log.arrivalNanos(-1));
  }

  @Test
  void withoutRecordingThereAreNoRows() {
    GroundTruth counting = new GroundTruth(Recording.COUNTS);
    counting.answered(CART, HTTP_1_1, 0, 1);
    assertEquals(0, counting.log().size());
    assertEquals(1, counting.snapshot().total());
  }

  @Test
  void json() {
    truth.answered(LOGIN, HTTP_1_1, 0, 1_234_567);
    truth.answered(CART, HTTP_1_1, 0, 2_000_000);
    truth.answered(CART, HTTP_2, 0, 3_000_000);
    truth.abandoned();
    truth.reset();
    truth.reset();
    assertEquals(
        """
        {
          "total" : 3,
          "abandoned" : 1,
          "reset" : 2,
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
            "max_ms" : 3.0
          }, {
            "endpoint" : "POST /auth/login",
            "status" : 401,
            "count" : 1,
            "mean_ms" : 1.235,
            "max_ms" : 1.235
          } ]
        }\
        """,
        truth.toJson().replace(System.lineSeparator(), "\n"));
  }
}
