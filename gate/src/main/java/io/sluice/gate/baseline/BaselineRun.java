package io.sluice.gate.baseline;

import io.sluice.model.run.RunResult;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One run of a baseline.
 *
 * @param started when, by the wall clock
 * @param digest of its plan
 * @param total all measured requests
 * @param requests by their names, in the plan's order
 */
public record BaselineRun(
    Instant started, String digest, SeriesTotal total, Map<String, SeriesTotal> requests) {
  public BaselineRun {
    requests = Collections.unmodifiableMap(new LinkedHashMap<>(requests));
  }

  /** What a run says, over its measured windows. */
  public static BaselineRun of(RunResult run) {
    BaselineRecorder recorder = new BaselineRecorder(run.plan());
    run.intervals().replay(recorder);
    return recorder.run(run.header());
  }

  /** Of a request, or of all with an empty name. */
  public SeriesTotal series(String request) {
    if (request.isEmpty()) {
      return total;
    }
    SeriesTotal series = requests.get(request);
    if (series == null) {
      throw new IllegalArgumentException("the baseline has no request '" + request + "'");
    }
    return series;
  }
}
