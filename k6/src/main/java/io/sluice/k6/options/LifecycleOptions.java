package io.sluice.k6.options;

/**
 * What runs around the scenarios, and how long it may.
 *
 * @param paused whether the run was to start paused
 * @param noSetup whether {@code setup} is left out
 * @param noTeardown whether {@code teardown} is left out
 * @param setupTimeoutNanos how long {@code setup} may take, in nanoseconds
 * @param teardownTimeoutNanos how long {@code teardown} may take
 * @param handleSummaryTimeoutNanos how long {@code handleSummary} may take
 * @param minIterationNanos how long an iteration takes at least; 0 if it need not
 */
public record LifecycleOptions(
    boolean paused,
    boolean noSetup,
    boolean noTeardown,
    long setupTimeoutNanos,
    long teardownTimeoutNanos,
    long handleSummaryTimeoutNanos,
    long minIterationNanos) {}
