/** The port for protocols: a Wire carries Exchanges; it knows no user, no pace and no measure. */
@NullMarked
package io.sluice.engine.wire;

import org.jspecify.annotations.NullMarked;
