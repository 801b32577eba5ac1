package io.sluice.gate.capacity;

/**
 * Where response times start to grow; for information only.
 *
 * @param rate the first rate from which on p99 grows more than three times as fast as the rate
 *     (elasticity d ln p99 / d ln rate above 3; M/M/1 reaches it at 75 % of its limit); {@code NaN}
 *     if no probe was beyond it
 * @param bestPower the rate with the largest power, rate / p99; {@code NaN} without probes
 */
public record Knee(double rate, double bestPower) {}
