/**
 * A scenario as it was written: a tree in which everything knows its place in the source. Names are
 * not resolved yet.
 *
 * <pre>
 *  Scenario ─┬─ EnvEntry*      names that --env and the process environment may set
 *            ├─ DataTable*     rows to draw from
 *            ├─ NetworkBlock   how targets are reached
 *            ├─ Step*          sealed: request, group, set, repeat, if, timer, think
 *            │    └─ Words     text with holes, each an Expression
 *            ├─ Profile*       load profiles
 *            └─ Goal*          objectives
 * </pre>
 */
@NullMarked
package io.sluice.scenarios.tree;

import org.jspecify.annotations.NullMarked;
