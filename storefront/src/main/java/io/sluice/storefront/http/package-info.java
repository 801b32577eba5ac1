/**
 * The shop on the wire: HTTP/1.0 and 1.1 with keep-alive and pipelining, and HTTP/2, told apart by
 * ALPN on encrypted connections and by the client's first bytes on plain ones.
 *
 * <pre>
 * ConnectionInitializer ─► Http1Handler ─┬─► Responder ─► Plan       ShopApi says what is answered,
 *      AlpnChoice,         Http2Handler ─┘                           FaultInjector when and whether
 *      PrefaceChoice            └─► PendingReply ─► socket           GroundTruth counts it
 *                                       └─► Transfer ─┘ (Throttle)   piece by piece, if it is to be
 * </pre>
 *
 * <p>A connection belongs to one event loop; handlers hold no lock and never wait. What connections
 * share ({@link io.sluice.storefront.http.ShopApi} and all it uses) may be called by every event
 * loop.
 */
@NullMarked
package io.sluice.storefront.http;

import org.jspecify.annotations.NullMarked;
