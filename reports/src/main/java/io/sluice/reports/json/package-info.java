/** The run for programs: {@code summary.json} and {@code verdict.json}, with their schemas. */
@NullMarked
package io.sluice.reports.json;

import org.jspecify.annotations.NullMarked;
