package io.sluice.storefront.http;

import io.sluice.storefront.truth.GroundTruth;

/** What all connections share. Any event loop may use it. */
record Service(Responder responder, GroundTruth truth, DateStamp date, ConnectionLimits limits) {}
