package io.sluice.storefront.http;

import io.netty.handler.codec.http.HttpRequest;

/** Stands for a request whose body is larger than the shop reads; the rest of it is dropped. */
record OversizedRequest(HttpRequest head) {}
