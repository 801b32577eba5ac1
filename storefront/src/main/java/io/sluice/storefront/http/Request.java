package io.sluice.storefront.http;

/** A request that was read to its end. */
record Request(RequestHead head, String body) {}
