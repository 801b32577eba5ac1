/**
 * Tells the author of a script what it does not do as it was probably meant.
 *
 * <pre>
 *   Modules, Options ──► Subject ──Rule, Rule, …──► Findings ──► text, JSON, warnings of a run
 * </pre>
 *
 * Each rule looks for one mistake, and would rather miss it than be wrong. A new rule is a class, a
 * line in {@link io.sluice.k6.lint.Linter}, and a script in the tests.
 */
@NullMarked
package io.sluice.k6.lint;

import org.jspecify.annotations.NullMarked;
