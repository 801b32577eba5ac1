/**
 * The run for a terminal: the live line or the live screen while it goes on, the summary at its
 * end. Plain text; colour only through {@link io.sluice.reports.terminal.Style}, characters that
 * not every terminal has only through {@link io.sluice.reports.terminal.Glyphs}.
 *
 * <pre>
 *  Interval, Interval, … ─► LiveState ◄─ Verdict so far
 *                               │
 *       Canvas (columns, rows) ─┴─LiveScreen─► lines, which whoever has the terminal draws
 * </pre>
 */
@NullMarked
package io.sluice.reports.terminal;

import org.jspecify.annotations.NullMarked;
