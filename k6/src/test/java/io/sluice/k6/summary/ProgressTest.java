package io.sluice.k6.summary;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.sluice.k6.options.ConstantArrivalRate;
import io.sluice.k6.options.ConstantVus;
import io.sluice.k6.options.OptionSources;
import io.sluice.k6.options.Options;
import io.sluice.k6.options.PerVuIterations;
import io.sluice.k6.options.RampingArrivalRate;
import io.sluice.k6.options.RampingVus;
import io.sluice.k6.options.ScenarioCommon;
import io.sluice.k6.options.ScenarioOptions;
import io.sluice.k6.options.SharedIterations;
import io.sluice.k6.options.Stage;
import io.sluice.k6.summary.ScenarioProgress.Status;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProgressTest {
  private static final long SECOND = 1_000_000_000L;

  private static ScenarioCommon named(String name) {
    return new ScenarioCommon(name, 0, 30 * SECOND, Map.of(), null, Map.of());
  }

  private static ScenarioProgress at(ScenarioOptions scenario, Status status, long seconds) {
    return new ScenarioProgress(scenario, status, seconds * SECOND, 5, 7, 40, 12.5);
  }

  @Test
  void showsTheRunAndItsScenarios() {
    List<ScenarioProgress> scenarios =
        List.of(
            at(new ConstantVus(named("fixed"), 10, 60 * SECOND), Status.RUNNING, 10),
            at(
                new RampingVus(named("ramp"), 1, List.of(new Stage(60 * SECOND, 10)), 0),
                Status.RUNNING,
                10),
            at(new SharedIterations(named("shared"), 10, 200, 600 * SECOND), Status.RUNNING, 10),
            at(new PerVuIterations(named("each"), 10, 20, 5 * SECOND), Status.INTERRUPTED, 10),
            at(
                new ConstantArrivalRate(named("rate"), 30, SECOND, 60 * SECOND, 5, 50),
                Status.STOPPING,
                61),
            at(
                new RampingArrivalRate(
                    named("a_name_of_more_than_thirty_letters"),
                    0,
                    SECOND,
                    List.of(new Stage(60 * SECOND, 100)),
                    5,
                    50),
                Status.WAITING,
                0));

    assertEquals(
        List.of(
            "running (00m10.0s), 005/010 VUs, 12 complete and 3 interrupted iterations",
            "fixed                            [  17% ] 10 VUs     0m10.0s/1m0s",
            "ramp                             [  17% ] 05/10 VUs  0m10.0s/1m00.0s",
            "shared                           [  20% ] 10 VUs     00m10.0s/10m0s  040/200 shared"
                + " iters",
            "each                           ✗ [ 100% ] 10 VUs     5s              040/200 iters, 20"
                + " per VU",
            "rate                           ↓ [ 100% ] 05/07 VUs  1m0s            30.00 iters/s",
            "a_name_of_more_than_thirty_... • [   0% ] 05/07 VUs  0m00.0s/1m0s    012.50 iters/s"),
        ProgressLines.of(new RunProgress(10 * SECOND, 630 * SECOND, 5, 10, 127, 12, 3), scenarios));
  }

  @ParameterizedTest
  @CsvSource({
    "0.04, 5, 0.0s",
    "9.96, 9.9, 10.0s",
    "1, 10, 01.0s",
    "59.9, 59.9, 59.9s",
    "10, 60, 0m10.0s",
    "10, 600, 00m10.0s",
    "3725.5, 3600, 1h02m05.5s",
    "0, 36000, 00h00m00.0s",
    "90061.5, 86400, 1d01h01m01.5s",
    "0, 8640000, 000d00h00m00.0s",
  })
  void keepsTheWidthOfTimes(double seconds, double greatest, String text) {
    assertEquals(text, FixedWidth.time((long) (seconds * 1e9), (long) (greatest * 1e9)));
  }

  @Test
  void announcesARun() throws Exception {
    Options options =
        Options.of(
            OptionSources.ofScript(
                "{\"scenarios\":{\"b\":{\"executor\":\"constant-vus\",\"vus\":10,\"duration\":"
                    + "\"1m\"},\"a\":{\"executor\":\"per-vu-iterations\",\"maxDuration\":\"1500ms\","
                    + "\"startTime\":\"1s\",\"gracefulStop\":\"70ms\"}}}"),
            name -> true);

    assertEquals(
        """

             execution: local
                script: x.js
                output: -

             scenarios: (100.00%) 2 scenarios, 11 max VUs, 1m30s max duration (incl. graceful stop):
                      * b: 10 looping VUs for 1m0s (gracefulStop: 30s)
                      * a: 1 iterations for each of 1 VUs (maxDuration: 1.5s, startTime: 1s, gracefulStop: 70ms)

        """,
        RunHeader.text(options, "x.js", List.of(), Palette.PLAIN));
  }
}
