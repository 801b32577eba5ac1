/**
 * A stored run for other programs.
 *
 * <p>A run is read interval by interval and written as it is read: an hour of it needs no more
 * memory than a second.
 *
 * <pre>
 *  RunResult ──► Intervals ─┬─► SecondsCsv     a row for each second and request
 *                           ├─► IntervalsJson  the run log with figures in place of histograms
 *                           └─► HistogramLog   a histogram for each second and request
 *            ──► RunFigures ─┬─► RequestsCsv   a row for each request
 *                            └─► K6Summary     the summary of k6
 * </pre>
 */
@NullMarked
package io.sluice.reports.export;

import org.jspecify.annotations.NullMarked;
