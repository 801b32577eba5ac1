/**
 * A run and its verdict go in, something to look at comes out.
 *
 * <pre>
 *  RunResult ──figures──► RunFigures ─┬─json──► summary.json
 *                             Verdict ├─json──► verdict.json
 *                                     ├─junit─► junit.xml
 *                                     ├─html──► report.html
 *                                     └─terminal─► the summary at the end of a run
 *  Interval, Interval, … ──terminal──► the live line, or the lines of the live screen
 * </pre>
 *
 * No report computes a verdict.
 */
@NullMarked
package io.sluice.reports;

import org.jspecify.annotations.NullMarked;
