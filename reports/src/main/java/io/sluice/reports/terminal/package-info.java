/**
 * The run for a terminal: the live line while it goes on, the summary at its end. Plain text;
 * colour only through {@link io.sluice.reports.terminal.Style}.
 */
@NullMarked
package io.sluice.reports.terminal;

import org.jspecify.annotations.NullMarked;
