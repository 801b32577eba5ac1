package io.sluice.k6.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.sluice.k6.K6Exception;
import io.sluice.k6.metrics.Contains;
import io.sluice.k6.metrics.MetricRegistry;
import io.sluice.k6.metrics.MetricType;
import io.sluice.k6.metrics.threshold.Thresholds;
import io.sluice.k6.options.ThresholdOption;
import io.sluice.model.plan.Objective;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ThresholdObjectivesTest {
  private static String said(String metric, String threshold) throws K6Exception {
    MetricRegistry registry = new MetricRegistry();
    registry.metric("errors", MetricType.RATE, Contains.DEFAULT);
    Thresholds thresholds =
        Thresholds.of(Map.of(metric, List.of(new ThresholdOption(threshold, false, 0))), registry);
    List<Objective> objectives = ThresholdObjectives.of(thresholds);
    return objectives.isEmpty() ? "nothing" : objectives.getFirst().expression();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "http_req_duration                      | p(95)<2000   | p95 < 2000ms",
        "http_req_duration                      | p(99.9)<=1.5 | p99.9 <= 1.5ms",
        "http_req_duration                      | avg<200      | mean < 200ms",
        "http_req_duration                      | med<200      | p50 < 200ms",
        "http_req_duration                      | max<9000     | max < 9000ms",
        "http_req_duration                      | min<9000     | nothing",
        "http_req_duration                      | p(95)>10     | nothing",
        "http_req_duration{endpoint:auth}       | p(95)<500    | p95{endpoint:auth} < 500ms",
        "http_req_duration{name:login}          | p(95)<500    | p95{request:login} < 500ms",
        "http_req_duration{group:::cart::pay}   | p(95)<500    | p95{group:cart / pay} < 500ms",
        "http_req_duration{scenario:peak}       | p(95)<500    | p95{scenario:peak} < 500ms",
        "http_req_duration{status:200}          | p(95)<500    | nothing",
        "http_req_duration{expected_response:true} | p(95)<500 | nothing",
        "http_req_failed                        | rate<0.05    | error_rate < 5%",
        "http_req_failed                        | rate<=0.001  | error_rate <= 0.1%",
        "http_reqs                              | rate>=16.67  | throughput >= 16.67/s",
        "http_reqs                              | count>100    | nothing",
        "errors                                 | rate<0.1     | nothing",
        "iteration_duration                     | avg<100      | nothing",
      })
  void whatCanBeSaidIs(String metric, String threshold, String expected) throws K6Exception {
    assertEquals(expected, said(metric, threshold));
  }
}
