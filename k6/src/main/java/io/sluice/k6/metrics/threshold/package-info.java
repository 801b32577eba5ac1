/** Thresholds and totals go in, what was crossed comes out. */
@NullMarked
package io.sluice.k6.metrics.threshold;

import org.jspecify.annotations.NullMarked;
