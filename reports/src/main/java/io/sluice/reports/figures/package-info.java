/**
 * The figures of a run, added up once and then only read: every format renders from them.
 *
 * <p>{@link io.sluice.reports.figures.RunFigures} streams over the run's intervals; percentiles
 * come from merged histograms, never from other percentiles.
 */
@NullMarked
package io.sluice.reports.figures;

import org.jspecify.annotations.NullMarked;
