/**
 * A run and its verdict go in, something to look at comes out.
 *
 * <pre>
 *  RunResult ──figures──► RunFigures ─┬─json──► summary.json
 *                             Verdict ├─json──► verdict.json
 *                                     ├─junit─► junit.xml
 *                                     ├─html──► report.html
 *                                     ├─ci────► summary.md, badge.json, annotations, step outputs
 *                                     ├─slack─► a message to a channel
 *                                     └─terminal─► the summary at the end of a run
 *  RunResult ──export──► CSV, JSON, .hlog, k6's summary
 *  Interval, Interval, … ─┬─terminal───► the live line, or the lines of the live screen
 *                         └─prometheus─► what Prometheus scrapes
 * </pre>
 *
 * No report computes a verdict.
 */
@NullMarked
package io.sluice.reports;

import org.jspecify.annotations.NullMarked;
