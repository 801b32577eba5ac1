/**
 * What is kept of a judged run where its folder may be gone: figures, not histograms of every
 * second. Read from a run's files by reports, stored by history, shown by both.
 */
@NullMarked
package io.sluice.gate.record;

import org.jspecify.annotations.NullMarked;
