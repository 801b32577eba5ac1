/**
 * The wire for HTTP/1.1 on Netty: connections, TLS, and a response parser that works in place. The
 * only package that imports Netty.
 */
@NullMarked
package io.sluice.engine.netty;

import org.jspecify.annotations.NullMarked;
