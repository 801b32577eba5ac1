package io.sluice.scenarios.compile;

import io.sluice.scenarios.network.NetworkSettings;
import java.util.Map;

/**
 * What is given beside a scenario.
 *
 * @param env values of names of the scenario's {@code env}; another name is a problem
 * @param processEnvironment looked into for names of {@code env} that {@code env} here does not
 *     give
 * @param profile the profile to run, or empty for the scenario's own choice
 * @param seed of every random stream
 * @param network takes the place of what the scenario sets, setting by setting
 * @param arm what is given for one of two arms
 */
public record ScenarioOptions(
    Map<String, String> env,
    Map<String, String> processEnvironment,
    String profile,
    long seed,
    NetworkSettings network,
    ArmValues arm) {
  /** Nothing given, seed 1. */
  public static final ScenarioOptions NONE =
      new ScenarioOptions(Map.of(), Map.of(), "", 1, NetworkSettings.NONE, ArmValues.NONE);

  /**
   * Values that hold for one arm alone, before those of {@code env}; all of them must be used.
   *
   * @param option how the user gives them, such as {@code --a}
   */
  public record ArmValues(String option, Map<String, String> env) {
    /** None: no arms are compared. */
    public static final ArmValues NONE = new ArmValues("", Map.of());

    public ArmValues {
      env = Map.copyOf(env);
    }
  }

  public ScenarioOptions {
    env = Map.copyOf(env);
    processEnvironment = Map.copyOf(processEnvironment);
  }

  /** The same with other values. */
  public ScenarioOptions withEnv(Map<String, String> values) {
    return new ScenarioOptions(values, processEnvironment, profile, seed, network, arm);
  }

  /** The same with another process environment. */
  public ScenarioOptions withProcessEnvironment(Map<String, String> variables) {
    return new ScenarioOptions(env, variables, profile, seed, network, arm);
  }

  /** The same with another profile. */
  public ScenarioOptions withProfile(String name) {
    return new ScenarioOptions(env, processEnvironment, name, seed, network, arm);
  }

  /** The same with another seed. */
  public ScenarioOptions withSeed(long other) {
    return new ScenarioOptions(env, processEnvironment, profile, other, network, arm);
  }

  /** The same with other settings of the network. */
  public ScenarioOptions withNetwork(NetworkSettings others) {
    return new ScenarioOptions(env, processEnvironment, profile, seed, others, arm);
  }

  /** The same for one of two arms. */
  public ScenarioOptions withArm(ArmValues values) {
    return new ScenarioOptions(env, processEnvironment, profile, seed, network, values);
  }
}
