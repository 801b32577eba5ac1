package io.sluice.storefront;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.UncheckedIOException;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

final class LifecycleTest {
  /** Repeated, because an event loop that stops too early leaves connections open now and then. */
  @RepeatedTest(20)
  void portIsFreeAgainAfterClose() throws Exception {
    Storefront first = Storefront.start(StorefrontOptions.defaults());
    int port = first.port();
    try (RawConnection connection = new RawConnection(first)) {
      connection.send("GET /health HTTP/1.1\r\n\r\n");
      assertEquals(200, connection.read().status());
      first.close();
      assertTrue(connection.isClosedByServer());
    }
    try (Storefront second = Storefront.start(StorefrontOptions.defaults().withPort(port));
        ShopClient client = ShopClient.of(second)) {
      assertEquals(port, second.port());
      assertEquals(200, client.get("/health").status());
    }
    assertEquals(1, first.truth().snapshot().total());
  }

  @Test
  void closeMayBeCalledTwice() {
    Storefront storefront = Storefront.start(StorefrontOptions.defaults());
    storefront.close();
    storefront.close();
    assertEquals(0, storefront.truth().snapshot().total());
  }

  @Test
  void takenPortIsNamed() {
    try (Storefront first = Storefront.start(StorefrontOptions.defaults())) {
      StorefrontOptions same = StorefrontOptions.defaults().withPort(first.port());
      UncheckedIOException refused =
          assertThrows(UncheckedIOException.class, () -> Storefront.start(same));
      assertTrue(
          String.valueOf(refused.getMessage())
              .contains("cannot listen on 127.0.0.1:" + first.port()),
          refused::toString);
    }
  }

  @Test
  void allAddressesAreReachedThroughLoopback() {
    StorefrontOptions all = StorefrontOptions.defaults().withHost("0.0.0.0");
    try (Storefront storefront = Storefront.start(all)) {
      assertEquals("http://127.0.0.1:" + storefront.port(), storefront.baseUri().toString());
    }
  }
}
