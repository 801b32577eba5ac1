/**
 * When iterations start: arrival sequences and user curves as pure arithmetic, and their shards.
 */
@NullMarked
package io.sluice.engine.pace;

import org.jspecify.annotations.NullMarked;
