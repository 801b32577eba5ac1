package io.sluice.k6.options;

/**
 * A threshold as it was written.
 *
 * @param source the expression, such as {@code p(95)<200}
 * @param abortOnFail whether the run is to end when it is crossed
 * @param delayAbortNanos how long the run must have gone on for that, in nanoseconds; 0 if at once
 */
public record ThresholdOption(String source, boolean abortOnFail, long delayAbortNanos) {}
