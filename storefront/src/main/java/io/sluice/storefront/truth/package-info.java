/**
 * What the deployment itself knows about the requests it answered, for tests to hold a load
 * generator's figures against.
 *
 * <p>{@link io.sluice.storefront.truth.GroundTruth} is written by the event loops and may be read
 * by any thread while they run; everything that it hands out is an immutable copy.
 */
@NullMarked
package io.sluice.storefront.truth;

import org.jspecify.annotations.NullMarked;
