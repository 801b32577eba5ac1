/**
 * The shop on the wire: HTTP/1.0 and 1.1, with keep-alive and pipelining.
 *
 * <pre>
 * HttpServerCodec ─► RequestAggregator ─► ConnectionHandler ─► ShopApi ─► Reply
 *                                              │  FaultInjector says when it may leave
 *                                              └─► PendingReply queue ─► socket, counted by GroundTruth
 * </pre>
 *
 * <p>A connection belongs to one event loop; handlers hold no lock and never wait. What connections
 * share ({@link io.sluice.storefront.http.ShopApi} and all it uses) may be called by every event
 * loop.
 */
@NullMarked
package io.sluice.storefront.http;

import org.jspecify.annotations.NullMarked;
