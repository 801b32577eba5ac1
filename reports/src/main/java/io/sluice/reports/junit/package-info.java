/** The verdict for continuous integration servers, as JUnit XML. */
@NullMarked
package io.sluice.reports.junit;

import org.jspecify.annotations.NullMarked;
