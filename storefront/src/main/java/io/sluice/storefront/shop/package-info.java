/**
 * The shop itself, without a network: catalogue, sessions with their carts, checkouts and orders.
 *
 * <pre>
 * Shop ── login ──► Session (one per token) ── Cart ── Checkout ──► Order
 *   └── Catalogue ── Product
 * </pre>
 *
 * <p>A request that cannot be served is a {@link io.sluice.storefront.shop.Refusal}. {@link
 * io.sluice.storefront.shop.Shop} and {@link io.sluice.storefront.shop.Session} may be called by
 * any thread; all other types are immutable or guarded by their session.
 */
@NullMarked
package io.sluice.storefront.shop;

import org.jspecify.annotations.NullMarked;
