/** k6 JavaScript goes in, users on virtual threads come out. */
@NullMarked
package io.sluice.k6;

import org.jspecify.annotations.NullMarked;
