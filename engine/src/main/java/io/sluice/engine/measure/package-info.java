/** From stamps to histograms: the recorder of a cell, and the meters of the process. */
@NullMarked
package io.sluice.engine.measure;

import org.jspecify.annotations.NullMarked;
