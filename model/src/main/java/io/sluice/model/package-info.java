/**
 * What is to be run, and what was seen: records and sealed types that every other room shares.
 *
 * <p>{@link io.sluice.model.plan} holds the first contract, {@code LoadPlan}; {@link
 * io.sluice.model.run} the second, {@code Interval}, and the run log it is stored in.
 */
@NullMarked
package io.sluice.model;

import org.jspecify.annotations.NullMarked;
