/**
 * Samples go in, lines of a file come out, one or more for each sample.
 *
 * <pre>
 *   cell's thread                     queue             output's thread
 *   MetricStore ─► SampleBuffer ──full or drained──► SampleOutput ─► SampleFormat ─► file
 * </pre>
 */
@NullMarked
package io.sluice.k6.output;

import org.jspecify.annotations.NullMarked;
