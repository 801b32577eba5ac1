/**
 * A small web server on the JDK's own: read-only, on the loopback address unless it is told
 * otherwise, then with a token.
 *
 * <pre>
 *  HttpServer ─ virtual thread per request ─► Guard (method, host, token) ─► Route ─► Answer ─► AnswerWriter
 *                                                                              │
 *  Broadcast.publish (any thread, never waits) ─► EventClient's queue ─► the client's own thread ─► socket
 * </pre>
 *
 * A {@link io.sluice.cli.web.Route} is a small object that answers one path. Whoever has news for
 * the pages that are open publishes it in a {@link io.sluice.cli.web.Broadcast} and answers with
 * {@link io.sluice.cli.web.Answer.Events}.
 */
@NullMarked
package io.sluice.cli.web;

import org.jspecify.annotations.NullMarked;
