package io.sluice.truth;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.Test;

/** The short version: one generator stopped, one whose loop is blocked. */
final class StarvedExperimentTest {
  @Test
  void aGeneratorThatWasStoppedSaysSo() throws Exception {
    assumeTrue(System.getProperty("os.name").equals("Linux"), "the signals' numbers are Linux's");

    StarvedExperiment.Judged judged = StarvedExperiment.of(Starvation.STOPPED, 6, 1);

    assertTrue(judged.blamesGenerator(), judged::toString);
  }

  @Test
  void aGeneratorWhoseLoopIsBlockedSaysSo() throws Exception {
    StarvedExperiment.Judged judged = StarvedExperiment.of(Starvation.BLOCKED, 6, 1);

    assertTrue(judged.blamesGenerator(), judged::toString);
  }
}
