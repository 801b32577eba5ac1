/**
 * What was seen: intervals, what they add up to, and the run log that keeps them.
 *
 * <p>Everything that is judged or drawn after a run is computed from the run log; an {@link
 * io.sluice.model.run.Interval} is what one second of one cell, or of all of them, saw.
 */
@NullMarked
package io.sluice.model.run;

import org.jspecify.annotations.NullMarked;
