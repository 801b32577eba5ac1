package io.sluice.truth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

final class ExperimentTest {
  /** Draws a line, and holds or not. */
  private static final class Drawn extends Experiment {
    private final boolean outcome;

    Drawn(boolean outcome) {
      this.outcome = outcome;
    }

    @Override
    boolean holds() {
      plot(
          Plot.of("title", "x", "y")
              .logarithmic()
              .line("line", new double[] {1, 2}, new double[] {3, 4})
              .points("points", new double[] {1, 2}, new double[] {3, 3.5}),
          "drawn");
      return outcome;
    }
  }

  @ParameterizedTest
  @CsvSource({"true, 0", "false, 1"})
  void theExitCodeSaysWhetherTheBarsHold(boolean outcome, int code) {
    assertEquals(code, new CommandLine(new Drawn(outcome)).execute());
  }

  @Test
  void aPlotIsWrittenWhereItIsWanted(@TempDir Path folder) throws Exception {
    new CommandLine(new Drawn(true)).execute("--plots", folder.resolve("new").toString());

    Path picture = folder.resolve("new").resolve("drawn.png");
    assertTrue(Files.size(picture) > 1000 && Files.size(picture) < 60_000);
  }
}
