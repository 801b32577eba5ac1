/**
 * Judged runs go in, what became of them over time comes out: an index of runs in SQLite or
 * PostgreSQL (JDBC and Flyway live only here).
 *
 * <pre>
 *  RunRecord, BaselineRun ──History.put──► runs · objectives · requests · design_effects
 *                                            │
 *  Filter ──History.runs──► RunRecord, …  ◄──┤
 *  ids ──History.totals──► BaselineRun, … ◄──┘
 * </pre>
 *
 * <p>Nothing here decides anything of a run. A {@link io.sluice.history.History} is used by one
 * thread; as many processes as there are may each have their own on the same store.
 */
@NullMarked
package io.sluice.history;

import org.jspecify.annotations.NullMarked;
