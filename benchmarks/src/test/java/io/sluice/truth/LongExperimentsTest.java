package io.sluice.truth;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/**
 * The long versions, with all their bars: {@code mvn -P truth}. They take hours, and a machine on
 * which nothing else runs.
 */
@Tag("truth")
final class LongExperimentsTest {
  static Stream<Experiment> experiments() {
    return Stream.of(
        new StallExperiment(),
        new DistributionExperiment(),
        new StarvedExperiment(),
        new EarlyStopLive(),
        new AaExperiment(),
        new CapacityLive());
  }

  @ParameterizedTest
  @MethodSource("experiments")
  void itsBarsHold(Experiment experiment) throws Exception {
    new CommandLine(experiment).parseArgs();

    assertTrue(experiment.holds(), experiment.getClass().getSimpleName());
  }
}
