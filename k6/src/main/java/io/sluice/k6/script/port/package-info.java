/**
 * What a script needs of the world around it, as small interfaces: a wire, samples, an event queue,
 * facts of the run.
 *
 * <p>The run implements them on top of the engine; tests implement them with fakes. All methods are
 * called on the thread of the user that they belong to, unless they say otherwise.
 */
@NullMarked
package io.sluice.k6.script.port;

import org.jspecify.annotations.NullMarked;
