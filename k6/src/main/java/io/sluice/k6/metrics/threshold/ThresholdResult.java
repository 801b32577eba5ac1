package io.sluice.k6.metrics.threshold;

import org.jspecify.annotations.Nullable;

/**
 * Whether a threshold held.
 *
 * @param threshold the threshold
 * @param ok whether it held; where there was no number, and where nothing was looked at yet, it did
 * @param value the number that was looked at; null where there was none
 */
public record ThresholdResult(Threshold threshold, boolean ok, @Nullable Double value) {}
