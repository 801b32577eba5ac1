/**
 * A {@code LoadPlan} goes in, a stream of {@code Interval}s comes out.
 *
 * <pre>
 *  Engine ── resolves, probes, runs set-up ──► n × LoadCell, one thread each, nothing shared
 *    LoadCell: pace ─► user ─► wire ─► netty ─► user ─► measure ─► IntervalRing ─► Aggregator
 * </pre>
 *
 * <p>The engine knows no YAML, no report and no threshold. Code in this package that runs in a cell
 * says so; all other code is cold.
 */
@NullMarked
package io.sluice.engine;

import org.jspecify.annotations.NullMarked;
