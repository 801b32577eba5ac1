/**
 * The command line: wires the rooms together. The only place with main, System.exit and standard
 * output.
 *
 * <pre>
 *  Main ─ SluiceCommand ─┬─ run, hit, demo ─► LoadRun ─► RunFolder ─► Judgement
 *                        ├─ k6 run ─► K6Run ─► K6Load ─► RunFolder ─► Judgement
 *                        ├─ gate, report ───────────────────────────►    ┘
 *                        ├─ compare, baseline ─► RunReader
 *                        └─ storefront, completion
 * </pre>
 */
@NullMarked
package io.sluice.cli;

import org.jspecify.annotations.NullMarked;
