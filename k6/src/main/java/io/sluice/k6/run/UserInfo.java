package io.sluice.k6.run;

import io.sluice.k6.ExitCode;
import io.sluice.k6.options.ScenarioOptions;
import io.sluice.k6.script.port.RunInfo;
import org.jspecify.annotations.Nullable;

/** What one user's script is told of the run around it. Belongs to the user's thread. */
final class UserInfo implements RunInfo {
  private final TestState test;
  private final long number;
  private @Nullable ScenarioOptions scenario;
  private long inTest;
  private long inScenario;
  private long ofUser;

  /**
   * The facts of one user.
   *
   * @param number from 1; 0 for set-up and teardown
   */
  UserInfo(TestState test, long number) {
    this.test = test;
    this.number = number;
  }

  /** An iteration begins. */
  void begins(ScenarioOptions of, long iterationInTest, long iterationInScenario, long count) {
    scenario = of;
    inTest = iterationInTest;
    inScenario = iterationInScenario;
    ofUser = count;
  }

  @Override
  public String scenario() {
    return scenario == null ? "" : scenario.common().name();
  }

  @Override
  public String executor() {
    return scenario == null ? "" : scenario.executor().text();
  }

  @Override
  public double scenarioStartMillis() {
    long offset = scenario == null ? 0 : scenario.common().startTimeNanos() / 1_000_000;
    return (double) test.loadStartedMillis() + offset;
  }

  @Override
  public double progress() {
    if (scenario == null) {
      return 0;
    }
    double gone = (System.currentTimeMillis() - scenarioStartMillis()) * 1e6;
    return Math.clamp(gone / scenario.durationNanos(), 0, 1);
  }

  @Override
  public long iterationInInstance() {
    return inTest;
  }

  @Override
  public long iterationInTest() {
    return inTest;
  }

  @Override
  public long iterationInScenario() {
    return inScenario;
  }

  @Override
  public long iterationOfUser() {
    return ofUser;
  }

  @Override
  public long userInInstance() {
    return number;
  }

  @Override
  public long userInTest() {
    return number;
  }

  @Override
  public long iterationsInterrupted() {
    return test.interrupted.get();
  }

  @Override
  public long iterationsCompleted() {
    return test.completed.get();
  }

  @Override
  public long usersActive() {
    return test.active.get();
  }

  @Override
  public long usersInitialized() {
    return test.initialized.get();
  }

  @Override
  public double runMillis() {
    return test.elapsedNanos() / 1e6;
  }

  @Override
  public String optionsJson() {
    return test.options.json();
  }

  @Override
  public void abort(String message) {
    test.end(ExitCode.SCRIPT_ABORTED, message);
  }

  @Override
  public void fail() {
    test.markFailed();
  }
}
