/** Where in a scenario's text something stands, and what is wrong there. */
@NullMarked
package io.sluice.scenarios.source;

import org.jspecify.annotations.NullMarked;
