package io.sluice.storefront.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandler;
import io.netty.channel.embedded.EmbeddedChannel;
import io.sluice.storefront.fault.FaultInjector;
import io.sluice.storefront.fault.Faults;
import io.sluice.storefront.fault.SeededStream;
import io.sluice.storefront.shop.Catalogue;
import io.sluice.storefront.shop.Shop;
import io.sluice.storefront.truth.GroundTruth;
import io.sluice.storefront.truth.Recording;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which protocol the first bytes begin. */
final class PrefaceChoiceTest {
  private static final String PREFACE = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n";

  private final GroundTruth truth = new GroundTruth(Recording.COUNTS);
  private final EmbeddedChannel channel = new EmbeddedChannel(new PrefaceChoice(service()));

  private Service service() {
    Shop shop = new Shop(Catalogue.standard(), InstantSource.system(), new SeededStream(1));
    FaultInjector faults = new FaultInjector(Faults.none(), 1, System.nanoTime());
    Responder responder = new Responder(new ShopApi(shop), faults, truth);
    return new Service(responder, faults, truth, new DateStamp(), ConnectionLimits.usual());
  }

  @Test
  void prefaceIsRecognizedByteByByte() {
    for (int i = 0; i < PREFACE.length() - 1; i++) {
      receive(PREFACE.substring(i, i + 1));
      assertNotNull(channel.pipeline().get(PrefaceChoice.class), "after " + (i + 1) + " bytes");
    }
    receive(PREFACE.substring(PREFACE.length() - 1));
    assertChosen(Http2Handler.class, Http1Handler.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"G", "P0", "PRI * HTTP/1"})
  void anythingElseIsHttp1FromTheFirstByteThatDiffers(String text) {
    receive(text.substring(0, text.length() - 1));
    assertNull(channel.pipeline().get(Http1Handler.class));
    receive(text.substring(text.length() - 1));
    assertChosen(Http1Handler.class, Http2Handler.class);
  }

  @Test
  void requestIsAnsweredThatCameInPieces() {
    receive("P");
    receive("UT /cart/update HTTP/1.1\r\n\r\n");
    assertEquals(1, truth.snapshot().count("PUT /cart/update", 401));
  }

  private void receive(String text) {
    channel.writeInbound(Unpooled.copiedBuffer(text, StandardCharsets.US_ASCII));
  }

  private void assertChosen(
      Class<? extends ChannelHandler> chosen, Class<? extends ChannelHandler> other) {
    assertNotNull(channel.pipeline().get(chosen));
    assertNull(channel.pipeline().get(other));
    assertNull(channel.pipeline().get(PrefaceChoice.class));
  }
}
