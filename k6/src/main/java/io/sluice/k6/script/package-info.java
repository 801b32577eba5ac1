/**
 * Runs k6 scripts: one program, loaded once, and a context of its own for every user.
 *
 * <pre>
 *   script.js ──ScriptProgram.load──► options, exports
 *                     └──user(ports)──► ScriptUser ──setup, call, teardown, handleSummary──► ports: wire, samples, console
 * </pre>
 *
 * <p>A user and all that belongs to it is used by one thread at a time; users of different threads
 * share only the program. What scripts import is in {@code
 * src/main/resources/io/sluice/k6/modules}: JavaScript on top of the objects of {@code api} and
 * {@code http}.
 */
@NullMarked
package io.sluice.k6.script;

import org.jspecify.annotations.NullMarked;
