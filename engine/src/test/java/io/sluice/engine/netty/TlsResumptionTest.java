package io.sluice.engine.netty;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.sluice.engine.fake.RawServer;
import io.sluice.model.plan.Network;
import io.sluice.model.plan.Network.Tls.Engine;
import io.sluice.model.plan.Network.Tls.Resumption;
import io.sluice.model.plan.Target;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLParameters;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whether sessions are taken up again, as the server sees it: does it show its certificate? */
@Timeout(60)
class TlsResumptionTest {
  private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";
  private static final MultiThreadIoEventLoopGroup LOOPS =
      new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());

  @TempDir static Path directory;
  private static TlsCertificates certificates;

  @BeforeAll
  static void makeCertificates() throws Exception {
    certificates = new TlsCertificates(directory);
  }

  @AfterAll
  static void stopLoops() {
    LOOPS.shutdownGracefully(0, 0, TimeUnit.MILLISECONDS).syncUninterruptibly();
  }

  /** One request on a connection of its own. */
  private static void get(Tls tls, Target target) throws Exception {
    CompletableFuture<String> answer = new CompletableFuture<>();
    Channel channel =
        new Bootstrap()
            .group(LOOPS)
            .channel(NioSocketChannel.class)
            .handler(
                new ChannelInitializer<Channel>() {
                  @Override
                  protected void initChannel(Channel opened) {
                    opened
                        .pipeline()
                        .addLast(tls.handlerFor(target, opened.alloc()), new Asking(answer));
                  }
                })
            .connect(InetAddress.getLoopbackAddress(), target.port())
            .sync()
            .channel();
    assertEquals(OK, answer.get());
    channel.close().sync();
  }

  private static final class Asking extends SimpleChannelInboundHandler<ByteBuf> {
    private final CompletableFuture<String> answer;
    private final StringBuilder text = new StringBuilder();

    Asking(CompletableFuture<String> answer) {
      this.answer = answer;
    }

    @Override
    public void channelActive(ChannelHandlerContext ctx) {
      var _ =
          ctx.writeAndFlush(
              Unpooled.copiedBuffer("GET / HTTP/1.1\r\n\r\n", StandardCharsets.US_ASCII));
    }

    @Override
    protected void channelRead0(ChannelHandlerContext ctx, ByteBuf bytes) {
      text.append(bytes.toString(StandardCharsets.US_ASCII));
      if (text.length() >= OK.length()) {
        answer.complete(text.toString());
      }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
      answer.completeExceptionally(cause);
    }
  }

  private static int fullHandshakes(Engine engine, String version, Resumption resumption)
      throws Exception {
    Tls tls =
        Tls.of(
            certificates.with(engine, Network.Identity.NONE, resumption), Network.HttpVersion.AUTO);
    int before = certificates.server.shown();
    try (RawServer server =
        RawServer.start(
            certificates.server.listen(
                (SSLParameters parameters) -> parameters.setProtocols(new String[] {version})),
            connection -> {
              while (!connection.request().isEmpty()) {
                connection.send(OK);
              }
            })) {
      Target target = new Target("https", "localhost", server.port());
      for (int i = 0; i < 4; i++) {
        get(tls, target);
      }
    }
    return certificates.server.shown() - before;
  }

  @ParameterizedTest
  @CsvSource({"JDK, TLSv1.2", "BORINGSSL, TLSv1.2", "JDK, TLSv1.3", "BORINGSSL, TLSv1.3"})
  void sessionsAreTakenUpAgain(Engine engine, String version) throws Exception {
    assertEquals(1, fullHandshakes(engine, version, Resumption.ON));
  }

  @ParameterizedTest
  @CsvSource({"JDK, TLSv1.2", "BORINGSSL, TLSv1.2", "JDK, TLSv1.3", "BORINGSSL, TLSv1.3"})
  void everyHandshakeIsFullWhereThePlanSaysSo(Engine engine, String version) throws Exception {
    assertEquals(4, fullHandshakes(engine, version, Resumption.OFF));
  }
}
