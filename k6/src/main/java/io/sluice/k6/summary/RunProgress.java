package io.sluice.k6.summary;

/**
 * How far a run has come.
 *
 * @param elapsedNanos how long it has gone on, in nanoseconds
 * @param maxDurationNanos how long it may go on, in nanoseconds
 * @param activeVus users in an iteration
 * @param initializedVus users that there are
 * @param maxVus users that there may be
 * @param complete iterations that were completed
 * @param interrupted iterations that were broken off
 */
public record RunProgress(
    long elapsedNanos,
    long maxDurationNanos,
    long activeVus,
    long initializedVus,
    long maxVus,
    long complete,
    long interrupted) {}
