/**
 * Looks into response bodies. Paths such as {@code $.items[0].id} are followed by a streaming
 * parser that stops at the value; other JSONPaths go through a tree.
 */
@NullMarked
package io.sluice.scenarios.query;

import org.jspecify.annotations.NullMarked;
