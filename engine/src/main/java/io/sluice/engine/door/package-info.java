/**
 * The door for code that blocks: k6 scripts, Java scenarios. Such code runs on a virtual thread for
 * each user, and those run on the cell's own thread: nothing is shared, nothing is locked, and a
 * request of theirs is an exchange like any other.
 *
 * <pre>
 *  Op.Call ─► Guests ─► Door.run ─► Guest.iterate ─► Door.send ─► Wire
 *                ▲                        │ parks          │
 *                └── iteration over ◄─────┘ ◄── Answer ◄───┘
 * </pre>
 */
@NullMarked
package io.sluice.engine.door;

import org.jspecify.annotations.NullMarked;
