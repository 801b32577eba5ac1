package io.sluice.engine.netty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.sluice.model.plan.Target;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OriginTest {
  private static final Target TARGET = new Target("http", "shop.test", 80);

  private static List<InetSocketAddress> addresses(int... last) {
    return IntStream.of(last)
        .mapToObj(n -> new InetSocketAddress(InetAddress.ofLiteral("10.0.0." + n), 80))
        .toList();
  }

  private static List<InetSocketAddress> taken(Origin origin, int count) {
    List<InetSocketAddress> taken = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      taken.add(origin.nextAddress());
    }
    return taken;
  }

  @Test
  void addressesAreTakenInTurn() {
    Origin origin = new Origin(TARGET, addresses(1, 2, 3), true);
    assertEquals(addresses(1, 2, 3, 1), taken(origin, 4));
    assertEquals(addresses(1), taken(origin.copy(), 1), "every cell counts its own turns");
    assertThrows(IllegalArgumentException.class, () -> new Origin(TARGET, List.of(), true));
  }

  @Test
  void newAddressesReplaceTheOldOnes() {
    Origin origin = new Origin(TARGET, addresses(1, 2), true);
    origin.looked(addresses(1, 2));
    origin.looked(addresses(7));
    assertEquals(addresses(7, 7), taken(origin, 2));
    origin.looked(addresses(8, 9));
    assertEquals(addresses(8, 9), taken(origin, 2));
  }

  @Test
  void anAddressThatNobodyServedStaysLeftOut() {
    Origin origin = new Origin(TARGET, addresses(1), true); // .2 was refused before the load
    origin.looked(addresses(1, 2));
    origin.looked(addresses(2, 1));
    assertEquals(addresses(1, 1), taken(origin, 2));
  }

  @Test
  void theFirstLookMayAlreadyBeAnother() {
    Origin origin = new Origin(TARGET, addresses(1), true);
    origin.looked(addresses(5));
    assertEquals(addresses(5), taken(origin, 1));
  }

  @Test
  void nothingFoundChangesNothing() {
    Origin origin = new Origin(TARGET, addresses(1), true);
    origin.looked(List.of());
    assertEquals(addresses(1), taken(origin, 1));
  }
}
