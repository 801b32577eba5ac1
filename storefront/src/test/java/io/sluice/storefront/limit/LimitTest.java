package io.sluice.storefront.limit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.sluice.storefront.limit.Limit.ServiceTime;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Token buckets, and the text forms of limits. */
final class LimitTest {
  private static final long SECOND = 1_000_000_000;

  @Test
  void texts() {
    assertEquals(new Limit.Tokens(3_000, 300), Limit.parse("tokens:3000/s"));
    assertEquals(new Limit.Tokens(0.5, 1), Limit.parse("tokens:0.5/s"));
    assertEquals(new Limit.Tokens(3_000, 7), Limit.parse("tokens:3000/s,7"));
    assertEquals(new Limit.SingleServer(200, ServiceTime.EXPONENTIAL), Limit.parse("mm1:200/s"));
    assertEquals(new Limit.SingleServer(1.5, ServiceTime.CONSTANT), Limit.parse("md1:1.5/s"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "tokens:3000",
        "tokens:3000/s,",
        "tokens:-1/s",
        "tokens:3000/s,1.5",
        "mm1:3000/s,5",
        "mm2:1/s",
        "md1:x/s",
        "",
        "tokens:3000/min"
      })
  void wrongTexts(String text) {
    assertEquals(
        "limit must be tokens:3000/s (or tokens:3000/s,BURST), mm1:3000/s or md1:3000/s, was '"
            + text
            + "'",
        assertThrows(IllegalArgumentException.class, () -> Limit.parse(text)).getMessage());
  }

  @ParameterizedTest
  @CsvSource({
    "tokens:0/s,          'rate of a limit must be > 0 and <= 1e9/s, was 0.0'",
    "mm1:0/s,             'rate of a limit must be > 0 and <= 1e9/s, was 0.0'",
    "md1:1000000001/s,    'rate of a limit must be > 0 and <= 1e9/s, was 1.000000001E9'",
    "'tokens:5/s,0',      'burst must be > 0, was 0'",
  })
  void impossibleLimits(String text, String message) {
    assertEquals(
        message,
        assertThrows(IllegalArgumentException.class, () -> Limit.parse(text)).getMessage());
  }

  @ParameterizedTest
  @CsvSource({
    // arrivals per second, seconds, burst, let in: min(arrivals, burst + 3,000 per second)
    "2000,  10, 1,   20000",
    "3000,  10, 1,   30000",
    "6000,  10, 1,   30000",
    "6000,  10, 300, 30299",
    "60000, 2,  300, 6299",
  })
  void bucketLetsInItsRateAndItsBurst(int rate, int seconds, int burst, int letIn) {
    Limiter bucket = new Limit.Tokens(3_000, burst).limiter(new Random(1));
    long served =
        LongStream.range(0, (long) rate * seconds)
            .filter(i -> bucket.admit(i * SECOND / rate).isPresent())
            .count();
    assertEquals((double) letIn, (double) served, 1.0);
  }

  @Test
  void requestThatFindsATokenWaitsForNothing() {
    Limiter bucket = Limit.parse("tokens:1/s,2").limiter(new Random(1));
    assertEquals(5, bucket.admit(5).orElseThrow());
    assertEquals(6, bucket.admit(6).orElseThrow());
    assertEquals(true, bucket.admit(7).isEmpty());
    assertEquals(true, bucket.admit(SECOND + 2).isEmpty());
    assertEquals(SECOND + 6, bucket.admit(SECOND + 6).orElseThrow());
  }

  @Test
  void threadsShareTheTokens() throws Exception {
    Limiter bucket = Limit.parse("tokens:1/s,1000").limiter(new Random(1));
    AtomicInteger served = new AtomicInteger();
    try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
      for (int i = 0; i < 4; i++) {
        threads.execute(
            () -> {
              for (int j = 0; j < 1_000; j++) {
                served.addAndGet(bucket.admit(0).isPresent() ? 1 : 0);
              }
            });
      }
    }
    assertEquals(1_000, served.get());
  }
}
