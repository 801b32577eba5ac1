package io.sluice.k6.script.port;

/** What {@code k6/execution} tells a script of the run around it; one per user. */
public interface RunInfo {
  /** The scenario's name. */
  String scenario();

  /** The scenario's executor, as the options name it. */
  String executor();

  /** When the scenario started, in milliseconds since 1970. */
  double scenarioStartMillis();

  /** How much of the scenario is done, 0 to 1. */
  double progress();

  /** The number of this iteration among all of its scenario on this machine, from 0. */
  long iterationInInstance();

  /** The number of this iteration among all of its scenario, from 0. */
  long iterationInTest();

  /** The number of this iteration among this user's of this scenario, from 0. */
  long iterationInScenario();

  /** The number of this iteration among all of this user's, from 0. */
  long iterationOfUser();

  /** The user's number on this machine, from 1; 0 in setup and teardown. */
  long userInInstance();

  /** The user's number in the whole test, from 1; 0 in setup and teardown. */
  long userInTest();

  /** How many iterations were interrupted so far. */
  long iterationsInterrupted();

  /** How many iterations were completed so far. */
  long iterationsCompleted();

  /** How many users are busy. */
  long usersActive();

  /** How many users there are. */
  long usersInitialized();

  /** How long the test has run, in milliseconds. */
  double runMillis();

  /** The options in force, as JSON. */
  String optionsJson();

  /**
   * The script wants the whole test to end; the caller throws an {@link Interruption} afterwards.
   */
  void abort(String message);

  /** The script says that the test failed; it goes on. */
  void fail();
}
