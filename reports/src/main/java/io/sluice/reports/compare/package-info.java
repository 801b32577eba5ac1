/** A comparison for programs and for pull requests: {@code comparison.json} and Markdown. */
@NullMarked
package io.sluice.reports.compare;

import org.jspecify.annotations.NullMarked;
