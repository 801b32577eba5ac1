package io.sluice.k6.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.InetSocketAddress;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HostTableTest {
  private final HostTable table =
      new HostTable(
          Map.of(
              "api.example.com", "10.0.0.1",
              "api.example.com:8080", "10.0.0.2:9090",
              "*.example.com", "10.0.0.3:81",
              "*.eu.example.com", "[::1]:82",
              "*.eu.example.com:443", "::2",
              "[fd00::1]:80", "10.0.0.4"));

  @ParameterizedTest
  @CsvSource({
    "api.example.com, 80, 10.0.0.1, 80",
    "API.Example.COM, 443, 10.0.0.1, 443",
    "api.example.com, 8080, 10.0.0.2, 9090",
    "www.example.com, 80, 10.0.0.3, 81",
    "a.b.example.com, 80, 10.0.0.3, 81",
    "www.eu.example.com, 80, 0:0:0:0:0:0:0:1, 82",
    "www.eu.example.com, 443, 0:0:0:0:0:0:0:2, 443",
    "fd00::1, 80, 10.0.0.4, 80",
  })
  void theNearestEntryCounts(String host, int port, String address, int reached) {
    InetSocketAddress found = table.find(host, port);
    assertEquals(address, found == null ? "" : found.getAddress().getHostAddress());
    assertEquals(reached, found == null ? 0 : found.getPort());
  }

  @ParameterizedTest
  @CsvSource({"example.com, 80", "example.org, 80", "fd00::1, 81", "example.com.evil, 80"})
  void othersAreWhereTheirNamesSay(String host, int port) {
    assertEquals(null, table.find(host, port));
  }
}
