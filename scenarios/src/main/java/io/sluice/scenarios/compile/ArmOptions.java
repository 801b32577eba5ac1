package io.sluice.scenarios.compile;

import io.sluice.scenarios.compile.ScenarioOptions.ArmValues;

/**
 * Two arms that are compared under one load.
 *
 * @param a the reference: what runs today
 * @param b the release
 * @param share of the load that is B's, more than 0 and less than 1
 */
public record ArmOptions(ArmValues a, ArmValues b, double share) {}
