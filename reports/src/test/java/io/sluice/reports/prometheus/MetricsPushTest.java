package io.sluice.reports.prometheus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sluice.model.run.RunResult;
import io.sluice.reports.SampleRun;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MetricsPushTest {
  private static final Duration NEVER = Duration.ofHours(1);

  private final RunResult run = SampleRun.golden();
  private final RunMetrics metrics = RunMetrics.of(run.plan(), Map.of("run", "r/1"));
  private final List<String> problems = Collections.synchronizedList(new ArrayList<>());

  private MetricsPush start(String url, Duration every) {
    return MetricsPush.start(
        PushTarget.parse(url), "nightly load", "r/1", metrics, every, problems::add);
  }

  @Test
  void theLastPushHoldsTheVerdict() throws Exception {
    try (FakePushgateway gateway = FakePushgateway.answering(202)) {
      try (MetricsPush _ =
          start("http://me:pass%3Aword@127.0.0.1:" + gateway.port() + "/base/", NEVER)) {
        run.intervals().replay(metrics);
        metrics.concluded(SampleRun.verdict());
      }

      FakePushgateway.Push last = gateway.next();
      assertEquals("PUT", last.method());
      assertEquals("/base/metrics/job/nightly_load/run@base64/ci8x", last.path());
      String me =
          Base64.getEncoder().encodeToString("me:pass:word".getBytes(StandardCharsets.UTF_8));
      assertEquals("Basic " + me, last.authorization());
      assertTrue(last.body().contains("sluice_verdict{state=\"fail\",} 1.0\n"), last.body());
      assertEquals(List.of(), problems);
    }
  }

  @Test
  void itPushesAgainAndAgain() throws Exception {
    try (FakePushgateway gateway = FakePushgateway.answering(200);
        MetricsPush _ = start("http://127.0.0.1:" + gateway.port(), Duration.ofMillis(20))) {
      for (int i = 0; i < 3; i++) {
        assertEquals("", gateway.next().authorization());
      }
    }
    assertEquals(List.of(), problems);
  }

  @Test
  void aGatewayThatRefusesIsToldOnce() throws Exception {
    try (FakePushgateway gateway = FakePushgateway.answering(500)) {
      String url = "http://127.0.0.1:" + gateway.port();
      try (MetricsPush _ = start(url.replace("//", "//me:s3cret@"), Duration.ofMillis(5))) {
        for (int i = 0; i < 3; i++) {
          assertTrue(gateway.next().body().contains("sluice_requests_total"));
        }
      }
      assertEquals(1, problems.size(), problems.toString());
      String problem = problems.getFirst();
      assertTrue(problem.startsWith("cannot push metrics to " + url + ": "), problem);
      assertTrue(problem.contains("was 500") && !problem.contains("s3cret"), problem);
    }
  }

  @Test
  void nobodyThereIsToldOnce() throws Exception {
    int free;
    try (FakePushgateway gone = FakePushgateway.answering(200)) {
      free = gone.port();
    }
    try (MetricsPush _ = start("http://127.0.0.1:" + free, NEVER)) {
      assertEquals(List.of(), problems);
    }
    assertEquals(1, problems.size(), problems.toString());
  }
}
