/**
 * The little languages that stand inside the values of a scenario: text with holes, expressions,
 * conditions, selectors, checks and stages. One parser each, with its grammar above it.
 */
@NullMarked
package io.sluice.scenarios.text;

import org.jspecify.annotations.NullMarked;
