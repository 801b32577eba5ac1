/** A judged run as a message to a team's channel; sending it is not done here. */
@NullMarked
package io.sluice.reports.slack;

import org.jspecify.annotations.NullMarked;
