/**
 * Virtual users: their slots, the runner of compiled scripts, and the queues they wait in.
 * Everything here belongs to one cell and is touched by its thread only.
 */
@NullMarked
package io.sluice.engine.user;

import org.jspecify.annotations.NullMarked;
