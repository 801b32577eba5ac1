package io.sluice.k6.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MetricRegistryTest {
  private final MetricRegistry registry = new MetricRegistry();

  @ParameterizedTest
  @CsvSource({
    "vus,GAUGE,DEFAULT",
    "iterations,COUNTER,DEFAULT",
    "iteration_duration,TREND,TIME",
    "checks,RATE,DEFAULT",
    "http_req_failed,RATE,DEFAULT",
    "http_req_waiting,TREND,TIME",
    "data_sent,COUNTER,DATA",
    "ws_ping,TREND,TIME",
    "grpc_req_duration,TREND,TIME",
  })
  void hasTheBuiltIns(String name, MetricType type, Contains contains) {
    Metric metric = registry.builtin(name);

    assertEquals(type, metric.type());
    assertEquals(contains, metric.contains());
    assertSame(metric, registry.metric(name, type, contains));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a", "1abc", "a-b", "a b", "ü_x"})
  void refusesNames(String name) {
    IllegalArgumentException e =
        assertThrows(
            IllegalArgumentException.class,
            () -> registry.metric(name, MetricType.TREND, Contains.DEFAULT));
    assertEquals(
        "Invalid metric name: '"
            + name
            + "'. Metric names must only include up to 128 ASCII letters, numbers, or underscores"
            + " and start with a letter or an underscore.",
        e.getMessage());
  }

  @Test
  void takesNamesOf129Letters() {
    String longest = "a".repeat(129);
    assertEquals(longest, registry.metric(longest, MetricType.TREND, Contains.DEFAULT).name());
    assertThrows(
        IllegalArgumentException.class,
        () -> registry.metric("a".repeat(130), MetricType.TREND, Contains.DEFAULT));
  }

  @Test
  void keepsTypes() {
    registry.metric("errors", MetricType.RATE, Contains.DEFAULT);

    assertEquals(
        "metric 'errors' already exists but with type rate, instead of counter",
        assertThrows(
                IllegalArgumentException.class,
                () -> registry.metric("errors", MetricType.COUNTER, Contains.DEFAULT))
            .getMessage());
    assertEquals(
        "metric 'errors' already exists but with a value type default, instead of time",
        assertThrows(
                IllegalArgumentException.class,
                () -> registry.metric("errors", MetricType.RATE, Contains.TIME))
            .getMessage());
  }

  @Test
  void readsSelectors() {
    Metric duration = registry.builtin(Builtins.HTTP_REQ_DURATION);

    assertEquals(
        Map.of("a", "1", "b", "two words", "c", ""),
        registry.part(duration, " a : 1, \"b\":'two words', c,").selector().toMap());
    assertEquals("::my group", registry.part(duration, "group:::my group").selector().get("group"));
    assertEquals(
        "submetric criteria for metric 'http_req_duration' cannot be empty",
        assertThrows(IllegalArgumentException.class, () -> registry.part(duration, "  "))
            .getMessage());
  }

  @Test
  void makesOnePartOfTheSameTags() {
    Metric duration = registry.builtin(Builtins.HTTP_REQ_DURATION);
    Metric part = registry.part(duration, "a:1,b:2");

    assertSame(part, registry.part(duration, "b:2, a:1"));
    assertNotSame(part, registry.part(registry.builtin(Builtins.HTTP_REQS), "a:1,b:2"));
    assertEquals("http_req_duration{a:1,b:2}", part.name());
    assertEquals("a:1,b:2", part.suffix());
    assertSame(duration, part.parent());
    assertEquals(List.of(part), duration.parts());
  }
}
