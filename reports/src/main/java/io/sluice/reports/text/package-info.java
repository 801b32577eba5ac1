/** What the formats share in writing text that came from outside. */
@NullMarked
package io.sluice.reports.text;

import org.jspecify.annotations.NullMarked;
