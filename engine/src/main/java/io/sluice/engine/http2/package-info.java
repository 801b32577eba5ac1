/**
 * HTTP/2 as bytes: frames (RFC 9113) and compressed header fields (RFC 7541), without a socket.
 *
 * <pre>
 *   bytes ─► FrameReader ─► FrameSink ─► HeaderDecoder ─► ResponseHead ─► Exchange
 *   FieldSink calls ─► HeaderEncoder ─► FrameWriter ─► bytes
 * </pre>
 *
 * <p>Every object belongs to one connection and so to one thread. Nothing is allocated per request
 * once the buffers have grown; nothing that a peer sends grows them beyond the plan's limits.
 */
@NullMarked
package io.sluice.engine.http2;

import org.jspecify.annotations.NullMarked;
