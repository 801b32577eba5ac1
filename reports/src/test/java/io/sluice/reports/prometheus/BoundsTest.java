package io.sluice.reports.prometheus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sluice.model.plan.Objective;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BoundsTest {
  private static List<Double> seconds(Bounds bounds) {
    return IntStream.range(0, bounds.size()).mapToObj(bounds::seconds).toList();
  }

  private static List<Objective> objectives(String... texts) {
    return Stream.of(texts).map(Objective::parse).toList();
  }

  @Test
  void withoutObjectivesTheyGoFromAMillisecondToAMinute() {
    List<Double> bounds = seconds(Bounds.ofResponses(List.of()));

    assertEquals(seconds(Bounds.usual()), bounds);
    assertEquals(0.001, bounds.getFirst());
    assertEquals(60, bounds.getLast());
  }

  @ParameterizedTest
  @CsvSource({
    "p95 < 2s, 2",
    "p95{endpoint:auth} < 437ms, 0.437",
    "p99.9 <= 1234ms, 1.234",
    "mean < 150us, 0.00015",
    "max < 90s, 90",
    "apdex(700ms) >= 0.9, 0.7",
    "apdex(700ms) >= 0.9, 2.8",
  })
  void everyLimitIsABound(String objective, double bound) {
    assertTrue(seconds(Bounds.ofResponses(objectives(objective))).contains(bound), objective);
  }

  @Test
  void boundsStandCloseToALimit() {
    List<Double> bounds = seconds(Bounds.ofResponses(objectives("p95 < 430ms")));

    assertTrue(bounds.containsAll(List.of(0.344, 0.4, 0.43, 0.473, 0.537)), bounds.toString());
  }

  @Test
  void otherObjectivesAddNone() {
    List<Objective> others =
        objectives("error_rate < 5%", "throughput >= 1000/min", "p95(order_time) < 33s");

    assertEquals(seconds(Bounds.usual()), seconds(Bounds.ofResponses(others)));
    assertTrue(seconds(Bounds.ofTrend("order_time", others)).contains(33.0));
    assertEquals(seconds(Bounds.usual()), seconds(Bounds.ofTrend("another", others)));
  }

  @Test
  void theyAreFewAndAscendHoweverManyLimitsThereAre() {
    List<Objective> many = new ArrayList<>();
    for (int i = 1; i <= 20; i++) {
      many.add(Objective.parse("p95 < %dms".formatted(137 * i)));
    }

    List<Double> bounds = seconds(Bounds.ofResponses(many));

    assertEquals(Bounds.MOST, bounds.size());
    assertEquals(bounds.stream().sorted().distinct().toList(), bounds);
    many.forEach(o -> assertTrue(bounds.contains(o.threshold() / 1e9), o.toString()));
  }
}
