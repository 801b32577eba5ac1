/**
 * What a run was comes in, what its user reads or saves comes out.
 *
 * <pre>
 *                  ┌─► TextSummary                     end of test, on standard output
 *   RunSummary ────┼─► SummaryData ─► LegacyExport     handleSummary's argument; --summary-export
 *                  └─► MachineReadableSummary          --new-machine-readable-summary
 *   RunHeader, ProgressLines                           before and while it runs
 * </pre>
 *
 * Everything here is a function of its arguments; any thread may use it.
 */
@NullMarked
package io.sluice.k6.summary;

import org.jspecify.annotations.NullMarked;
