package io.sluice.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of iterations that are cut, and of those that nobody was free for. */
final class K6ExecutorsTest {
  @TempDir private Path folder;

  private Invocation run(String script) throws IOException {
    Path file = Files.writeString(folder.resolve("script.js"), script);
    List<String> arguments =
        new ArrayList<>(
            List.of("k6", "run", "--no-lint", "--run-folder", folder.resolve("run").toString()));
    arguments.add("--summary-export");
    arguments.add(folder.resolve("s.json").toString());
    arguments.add(file.toString());
    return Invocation.of(arguments.toArray(String[]::new));
  }

  private long count(String metric) throws IOException {
    JsonNode metrics =
        new ObjectMapper().readTree(folder.resolve("s.json").toFile()).path("metrics");
    return metrics.path(metric).path("count").asLong();
  }

  @Test
  void aFallingRampCutsItsUsersAfterTheirTime() throws Exception {
    long start = System.nanoTime();
    Invocation ended =
        run(
            """
            import { sleep } from 'k6';
            import exec from 'k6/execution';
            export const options = { scenarios: { ramp: { executor: 'ramping-vus', startVUs: 3,
              stages: [{ duration: '1s', target: 3 }, { duration: '0s', target: 0 }],
              gracefulRampDown: '500ms', gracefulStop: '20s' } } };
            export default () => { sleep(15); };
            export function teardown() {
              console.log(`cut ${exec.instance.iterationsInterrupted}`);
            }
            """);

    assertEquals(0, ended.code(), ended::err);
    assertTrue(System.nanoTime() - start < 12_000_000_000L);
    assertEquals(0, count("iterations"));
    assertTrue(ended.err().contains("cut 3"), ended::err);
    assertTrue(
        ended.out().contains("0 complete and 3 interrupted iterations")
            || ended.err().contains("0 complete and 3 interrupted iterations"),
        () -> ended.out() + ended.err());
  }

  @Test
  void iterationsThatAreShortEnoughAreFinished() throws Exception {
    Invocation ended =
        run(
            """
            import { sleep } from 'k6';
            export const options = { scenarios: { ramp: { executor: 'ramping-vus', startVUs: 3,
              stages: [{ duration: '1s', target: 3 }, { duration: '0s', target: 0 }],
              gracefulRampDown: '10s' } } };
            export default () => { sleep(1.5); };
            """);

    assertEquals(0, ended.code(), ended::err);
    assertEquals(3, count("iterations"));
  }

  @Test
  void whatIsDroppedIsTaggedWithItsScenario() throws Exception {
    Invocation ended =
        run(
            """
            import { sleep } from 'k6';
            const arrivals = { executor: 'constant-arrival-rate', timeUnit: '1s', duration: '1s',
              preAllocatedVUs: 1, maxVUs: 1, gracefulStop: '0s' };
            export const options = {
              scenarios: {
                few: Object.assign({ rate: 5, exec: 'long' }, arrivals),
                many: Object.assign({ rate: 20, exec: 'long' }, arrivals),
                none: Object.assign({ rate: 2, exec: 'short' }, arrivals),
              },
              thresholds: {
                'dropped_iterations{scenario:few}': ['count==4'],
                'dropped_iterations{scenario:many}': ['count==19'],
                'dropped_iterations{scenario:none}': ['count==0'],
                dropped_iterations: ['count==23'],
              },
            };
            export function long() { sleep(30); }
            export function short() {}
            """);

    assertEquals(0, ended.code(), () -> ended.err() + ended.out());
    assertEquals(23, count("dropped_iterations"));
  }
}
