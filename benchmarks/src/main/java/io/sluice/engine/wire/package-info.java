/** Benchmarks of this package's hot path; they stand in it because they look inside. */
@NullMarked
package io.sluice.engine.wire;

import org.jspecify.annotations.NullMarked;
