/**
 * Options come from four places, one answer comes out.
 *
 * <pre>
 *   config file ─┐
 *   script ──────┤  each value checked and made canonical     Tiers, later over earlier
 *   environment ─┤─────────── OptionName, ValueKind ─────────► one JSON object ──► Options
 *   flags ───────┘                                                                (records)
 * </pre>
 *
 * Everything here is pure and immutable; any thread may use it.
 */
@NullMarked
package io.sluice.k6.options;

import org.jspecify.annotations.NullMarked;
