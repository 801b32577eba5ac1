/**
 * The wire for HTTP on Netty's I/O loops. The only package that imports Netty.
 *
 * <pre>
 *  NettyWire ─► Connections (own or shared) ─► Connection ─► Protocol (Http1, Http2)
 *                                                   │            │ bytes
 *                                               PipeOpener ─► Pipe (EpollPipe, ChannelPipe with Tls)
 * </pre>
 *
 * <p>Everything belongs to the thread of its cell, but {@link io.sluice.engine.netty.Tls} and
 * {@link io.sluice.engine.netty.NettyWire.Setup}, which all cells share and nobody changes.
 */
@NullMarked
package io.sluice.engine.netty;

import org.jspecify.annotations.NullMarked;
