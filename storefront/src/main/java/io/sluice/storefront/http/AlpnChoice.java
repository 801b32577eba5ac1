package io.sluice.storefront.http;

import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.ssl.ApplicationProtocolNames;
import io.netty.handler.ssl.ApplicationProtocolNegotiationHandler;

/** Goes on with the protocol that the TLS handshake agreed on; HTTP/1.1 if it agreed on none. */
final class AlpnChoice extends ApplicationProtocolNegotiationHandler {
  private final Service service;

  AlpnChoice(Service service) {
    super(ApplicationProtocolNames.HTTP_1_1);
    this.service = service;
  }

  @Override
  protected void configurePipeline(ChannelHandlerContext ctx, String protocol) {
    if (protocol.equals(ApplicationProtocolNames.HTTP_2)) {
      ConnectionInitializer.addHttp2(ctx.pipeline(), service);
    } else {
      ConnectionInitializer.addHttp1(ctx.pipeline(), service);
    }
  }

  @Override
  protected void handshakeFailure(ChannelHandlerContext ctx, Throwable cause) {
    var _ = ctx.close();
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
    var _ = ctx.close();
  }
}
