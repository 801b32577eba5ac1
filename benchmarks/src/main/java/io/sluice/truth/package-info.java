/**
 * Experiments with known truths: what Sluice says beside what is so. Each has a {@code main} that
 * prints a table, and a short version among the tests.
 */
@NullMarked
package io.sluice.truth;

import org.jspecify.annotations.NullMarked;
