package io.sluice.storefront.http;

import io.sluice.storefront.fault.FaultInjector;
import io.sluice.storefront.truth.GroundTruth;

/** What all connections share. Any event loop may use it. */
record Service(
    Responder responder,
    FaultInjector faults,
    GroundTruth truth,
    DateStamp date,
    ConnectionLimits limits) {}
