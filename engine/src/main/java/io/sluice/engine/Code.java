package io.sluice.engine;

import io.sluice.engine.door.GuestCode;
import io.sluice.engine.door.RequestNames;

/**
 * The code that a plan calls.
 *
 * @param guests makes its users
 * @param names gives its requests their numbers
 */
public record Code(GuestCode guests, RequestNames names) {}
