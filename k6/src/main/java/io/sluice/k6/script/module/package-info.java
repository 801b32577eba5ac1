/**
 * Finds the source text of what a script imports, and keeps the way back to the lines that its
 * author wrote.
 */
@NullMarked
package io.sluice.k6.script.module;

import org.jspecify.annotations.NullMarked;
