/** Experiments on the statistics: how often a verdict is wrong where the truth is known. */
@NullMarked
package io.sluice.truth;

import org.jspecify.annotations.NullMarked;
