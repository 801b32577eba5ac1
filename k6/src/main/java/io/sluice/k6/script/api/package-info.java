/**
 * The Java side of the modules that are not about HTTP; scripts see only methods marked as
 * exported.
 */
@NullMarked
package io.sluice.k6.script.api;

import org.jspecify.annotations.NullMarked;
