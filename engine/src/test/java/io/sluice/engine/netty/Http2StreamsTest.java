package io.sluice.engine.netty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import io.sluice.engine.wire.Exchange;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class Http2StreamsTest {
  /** Against a map, with streams that stay open while thousands come and go. */
  @Test
  void findsWhatIsOpenAndNothingElse() {
    Random random = new Random(2);
    Http2Streams streams = new Http2Streams();
    TreeMap<Integer, Http2Stream> expected = new TreeMap<>();
    List<Integer> gone = new ArrayList<>();
    int next = 1;
    for (int step = 0; step < 20_000; step++) {
      if (expected.isEmpty() || (expected.size() < 90 && random.nextInt(100) < 51)) {
        Exchange exchange = new Exchange(next, 1, 0);
        expected.put(next, streams.open(next, exchange, 7));
        assertSame(expected.get(next), streams.of(exchange));
        next += 2;
      } else {
        List<Http2Stream> open = List.copyOf(expected.values());
        Http2Stream stream = open.get(random.nextInt(open.size()));
        int id = stream.id();
        streams.close(stream);
        expected.remove(id);
        gone.add(id);
      }
      assertEquals(expected.size(), streams.size());
      for (var entry : expected.entrySet()) {
        assertSame(entry.getValue(), streams.get(entry.getKey()));
      }
      assertNull(streams.get(next));
      if (!gone.isEmpty()) {
        assertNull(streams.get(gone.get(random.nextInt(gone.size()))));
      }
    }
    assertEquals(List.copyOf(expected.values()), List.of(streams.all()));
  }
}
