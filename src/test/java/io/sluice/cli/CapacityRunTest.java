package io.sluice.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sluice.engine.TargetException;
import io.sluice.gate.Status;
import io.sluice.gate.capacity.Blame;
import io.sluice.gate.capacity.CapacityResult;
import io.sluice.gate.capacity.Conclusion;
import io.sluice.gate.capacity.Probe;
import io.sluice.gate.capacity.ProbeFigures;
import io.sluice.gate.capacity.ProbeResult;
import io.sluice.gate.capacity.SearchSettings;
import io.sluice.model.plan.LoadPlan;
import io.sluice.model.plan.Phase;
import io.sluice.model.plan.Window;
import io.sluice.scenarios.Scenarios;
import io.sluice.scenarios.compile.ScenarioOptions;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A search with a prober that makes no load. */
final class CapacityRunTest {
  private static final SearchSettings SETTINGS = SearchSettings.DEFAULT.withRates(100, 1000);

  @TempDir private Path folder;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private LoadPlan plan() {
    try {
      Path file = ShippedScenario.copyTo(folder, "storefront");
      ScenarioOptions options =
          ScenarioOptions.NONE
              .withProfile("quick")
              .withEnv(Map.of("BASE_URL", "http://127.0.0.1:1"));
      return CapacityObjectives.of(Scenarios.load(file, options).plan());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private CapacityResult search(Prober prober) throws Exception {
    Console console =
        new Console(
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            false,
            100,
            Map.of());
    return new CapacityRun(plan(), SETTINGS, folder, console, prober, CapacityRun.Progress.SHOWN)
        .execute();
  }

  /** Nobody listens on port 1. */
  private Optional<ProbeResult> unreachable() throws TargetException {
    LoadRun.prepare(plan(), List.of(), new LoadOptions());
    return Optional.empty();
  }

  private static Optional<ProbeResult> upTo(double capacity, Probe probe) {
    double rate = probe.rate();
    return Optional.of(
        new ProbeResult(
            probe,
            rate <= capacity ? Status.PASS : Status.FAIL,
            Blame.NOBODY,
            List.of(),
            new ProbeFigures(30, rate, 3 * rate, 1, 1, 0, 0.01, 8e6, 20e6),
            ""));
  }

  @Test
  void tellsEachProbeAndKeepsTheReport() throws Exception {
    CapacityResult result = search(probe -> upTo(640, probe));

    String text = out.toString(StandardCharsets.UTF_8);
    assertEquals(Conclusion.FOUND, result.conclusion());
    assertEquals(
        result.probes().size(),
        text.lines()
            .filter(line -> line.contains("/s  PASS  ") || line.contains("/s  FAIL  "))
            .count(),
        text);
    assertTrue(Files.readString(folder.resolve("capacity.html")).contains("Capacity curve"));
    assertTrue(Files.readString(folder.resolve("capacity.md")).contains("Capacity of storefront"));
    assertTrue(Files.exists(folder.resolve("capacity.json")));
  }

  @Test
  void anInterruptedSearchTellsWhatItFound() throws Exception {
    CapacityResult result =
        search(probe -> probe.number() > 3 ? Optional.empty() : upTo(640, probe));

    assertEquals(Conclusion.INTERRUPTED, result.conclusion());
    assertEquals(225, result.highestPass());
    assertTrue(Files.readString(folder.resolve("capacity.json")).contains("INTERRUPTED"));
  }

  @Test
  void aTargetThatIsGoneEndsTheSearch() throws Exception {
    CapacityResult result =
        search(
            probe -> {
              if (probe.number() > 2) {
                return unreachable();
              }
              return upTo(640, probe);
            });

    assertEquals(Conclusion.INTERRUPTED, result.conclusion());
    assertTrue(err.toString(StandardCharsets.UTF_8).contains("can no longer be loaded"));
  }

  @Test
  void aTargetThatWasNeverThereIsAMistake() {
    assertThrows(TargetException.class, () -> search(_ -> unreachable()));
  }

  @ParameterizedTest
  @CsvSource({
    "640, NaN, PASS",
    "640, 100, PASS",
    "640, 900, FAIL",
    "10, NaN, INCONCLUSIVE",
    "10, 50, INCONCLUSIVE",
    "10, 200, FAIL",
    "9999, 2000, INCONCLUSIVE"
  })
  void theExitCodeAnswersTheQuestion(double capacity, double atLeast, ExitCode code)
      throws Exception {
    CapacityResult result = search(probe -> upTo(capacity, probe));

    assertEquals(code, CapacityCommand.exitCode(result, atLeast));
  }

  @Test
  void probesHaveAWindowForEachCheckpoint() throws Exception {
    CapacityPlan plans = new CapacityPlan(plan());

    LoadPlan probe = plans.of(SETTINGS.first());

    Phase phase = probe.phases().getFirst();
    assertTrue(phase.arrivals().open());
    assertEquals(Duration.ofSeconds(245), phase.end());
    assertEquals(
        List.of("settle", "up to 30s", "up to 1m", "up to 2m", "up to 4m"),
        phase.windows().stream().map(Window::name).toList());
    assertEquals(1, phase.windows().stream().filter(Window::measured).count());
    Phase judged = CapacityPlan.upTo(probe, 3).phases().getFirst();
    assertEquals(3, judged.windows().stream().filter(Window::measured).count());
  }

  @Test
  void longJourneysSettleLonger() throws Exception {
    CapacityPlan plans = new CapacityPlan(plan());
    plans.held(40);

    LoadPlan probe = plans.of(SETTINGS.first());

    assertEquals(Duration.ofSeconds(44), plans.settle(SETTINGS.first()));
    assertEquals(100 * (10 + 60) + 100, probe.phases().getFirst().arrivals().maxUsers());
  }
}
