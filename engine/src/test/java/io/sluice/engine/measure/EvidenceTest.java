package io.sluice.engine.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sluice.engine.fake.Requests;
import io.sluice.engine.wire.Exchange;
import io.sluice.model.run.ErrorKey;
import io.sluice.model.run.Outcome;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class EvidenceTest {
  private final Evidence evidence = new Evidence(2);

  private static Exchange took(long nanos) {
    Exchange exchange = new Exchange("user", 1, 0);
    exchange.prepare(Requests.of(new byte[0]), 0, true, false, false, 100, 100);
    exchange.complete(100 + nanos);
    return exchange;
  }

  @Test
  void whatIsKeptHoldsTheSlowestAndIsLittle() {
    SplittableRandom random = new SplittableRandom(3);
    List<Long> all = new ArrayList<>();
    List<Long> kept = new ArrayList<>();
    for (int i = 0; i < 100_000; i++) {
      long nanos = 1 + random.nextLong(1_000_000_000L);
      all.add(nanos);
      if (evidence.slow(1, took(nanos))) {
        evidence.keep(1, nanos);
        kept.add(nanos);
      }
    }
    all.sort(Comparator.reverseOrder());
    kept.sort(Comparator.reverseOrder());
    assertEquals(all.subList(0, Evidence.SLOWEST), kept.subList(0, Evidence.SLOWEST));
    // 5 (1 + ln(100,000 / 5)) = 55 are expected
    assertTrue(kept.size() > 20 && kept.size() < 110, "kept " + kept.size());
    assertTrue(evidence.slow(0, took(1)), "each request has its own");
  }

  @Test
  void oneExampleOfEachKindAndOfSoManyKinds() {
    for (int i = 0; i < 100; i++) {
      ErrorKey kind = new ErrorKey("/a", Outcome.HTTP_ERROR, "status " + i);
      assertTrue(evidence.newKind(kind));
      evidence.keep(kind);
      assertFalse(evidence.newKind(kind));
    }
    assertFalse(evidence.newKind(new ErrorKey("/a", Outcome.RESET, "another")), "enough");
  }
}
