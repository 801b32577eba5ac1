package io.sluice.storefront.http;

import io.netty.handler.codec.http2.AbstractHttp2ConnectionHandlerBuilder;
import io.netty.handler.codec.http2.DefaultHttp2Connection;
import io.netty.handler.codec.http2.DefaultHttp2RemoteFlowController;
import io.netty.handler.codec.http2.Http2Connection;
import io.netty.handler.codec.http2.Http2ConnectionDecoder;
import io.netty.handler.codec.http2.Http2ConnectionEncoder;
import io.netty.handler.codec.http2.Http2Settings;
import io.netty.handler.codec.http2.UniformStreamByteDistributor;

/**
 * Puts an HTTP/2 connection's codec together.
 *
 * <p>Streams that clients reset are no attack here but timeouts of a load test: they are not
 * limited. Streams that wait do not hold up the closing of the connection. Priorities, which RFC
 * 9113 took back, are not heeded.
 */
final class Http2HandlerBuilder
    extends AbstractHttp2ConnectionHandlerBuilder<Http2Handler, Http2HandlerBuilder> {
  private final Service service;

  Http2HandlerBuilder(Service service) {
    this.service = service;
    Http2Connection connection = new DefaultHttp2Connection(true);
    connection
        .remote()
        .flowController(
            new DefaultHttp2RemoteFlowController(
                connection, new UniformStreamByteDistributor(connection)));
    connection(connection);
    initialSettings(
        Http2Settings.defaultSettings().maxConcurrentStreams(service.limits().concurrentStreams()));
    decoderEnforceMaxRstFramesPerWindow(0, 0);
    encoderEnforceMaxRstFramesPerWindow(0, 0);
    decoupleCloseAndGoAway(true);
  }

  @Override
  protected Http2Handler build() {
    return super.build();
  }

  @Override
  protected Http2Handler build(
      Http2ConnectionDecoder decoder, Http2ConnectionEncoder encoder, Http2Settings settings) {
    Http2Handler handler = new Http2Handler(decoder, encoder, settings, service);
    handler.connection().addListener(handler.events());
    frameListener(handler.events());
    return handler;
  }
}
