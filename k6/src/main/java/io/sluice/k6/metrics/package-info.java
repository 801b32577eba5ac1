/**
 * Samples go in, totals come out.
 *
 * <pre>
 *   script, wire ──add(metric, value, tags)──► MetricStore ──drainTo──► MetricTotals ──► thresholds · summaries
 *                                                   │
 *                                                   └──► SampleListener (only where an output was asked for)
 * </pre>
 *
 * Threads: a {@link io.sluice.k6.metrics.MetricStore} belongs to one cell and is written by that
 * cell's thread alone; {@link io.sluice.k6.metrics.MetricTotals} and {@link
 * io.sluice.k6.metrics.MetricRegistry} may be used by any thread; everything else is immutable.
 */
@NullMarked
package io.sluice.k6.metrics;

import org.jspecify.annotations.NullMarked;
