/** Plans as JSON: what a run's folder keeps of what was run. */
@NullMarked
package io.sluice.scenarios.json;

import org.jspecify.annotations.NullMarked;
