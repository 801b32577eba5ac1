/**
 * Many runs: what the folders of runs hold, and how runs went over time.
 *
 * <pre>
 *  summary.json, verdict.json ──RunFiles──► RunRecord ─┬─► RunListJson, RunListPage  (sluice serve)
 *                                            history ──┴─► HistoryJson, TrendPage    (sluice history)
 * </pre>
 */
@NullMarked
package io.sluice.reports.runs;

import org.jspecify.annotations.NullMarked;
