package io.sluice.scenarios.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.sluice.model.plan.Network.HostAddress;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressesTest {
  @Test
  void hostsGetAddresses() {
    assertEquals(
        List.of(new HostAddress("shop.example.com", 443, "10.0.0.7")),
        Addresses.resolve("Shop.example.com:443:10.0.0.7"));
    assertEquals(
        List.of(new HostAddress("h", 80, "::1"), new HostAddress("h", 80, "10.0.0.7")),
        Addresses.resolve("h:80:[::1],10.0.0.7"));
    assertEquals(
        List.of(new HostAddress("::1", 80, "fe80::1")), Addresses.resolve("[::1]:80:fe80::1"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "\"\" | expected HOST:PORT:ADDRESS such as shop.example.com:443:10.0.0.7, was ''",
        "h:80 | expected HOST:PORT:ADDRESS such as shop.example.com:443:10.0.0.7, was 'h:80'",
        "h:x:10.0.0.7 | expected HOST:PORT:ADDRESS such as shop.example.com:443:10.0.0.7, was"
            + " 'h:x:10.0.0.7'",
        "h:0:10.0.0.7 | port must be 1 to 65535, was 0",
        "h:65536:10.0.0.7 | port must be 1 to 65535, was 65536",
        "h:80:elsewhere | expected an address such as 10.0.0.7 or ::1, was 'elsewhere'",
        "h:80:10.0.0.256 | expected an address such as 10.0.0.7 or ::1, was '10.0.0.256'",
        "h:80:10.0.0.7, | expected an address such as 10.0.0.7 or ::1, was ''",
        "h:80:::g | expected an address such as 10.0.0.7 or ::1, was '::g'",
      })
  void hostsWithoutThem(String text, String message) {
    assertEquals(
        message,
        assertThrows(IllegalArgumentException.class, () -> Addresses.resolve(text)).getMessage());
  }

  @ParameterizedTest
  @CsvSource({
    "127.0.0.2, 1, 127.0.0.2, 127.0.0.2",
    "::1, 1, 0:0:0:0:0:0:0:1, 0:0:0:0:0:0:0:1",
    "127.0.0.0/28, 14, 127.0.0.1, 127.0.0.14",
    "127.0.0.5/28, 14, 127.0.0.1, 127.0.0.14",
    "10.0.0.8/30, 2, 10.0.0.9, 10.0.0.10",
    "10.0.0.8/31, 2, 10.0.0.8, 10.0.0.9",
    "10.0.0.9/32, 1, 10.0.0.9, 10.0.0.9",
    "255.255.255.0/24, 254, 255.255.255.1, 255.255.255.254",
    "0.0.0.0/30, 2, 0.0.0.1, 0.0.0.2",
    "10.0.0.0/22, 1022, 10.0.0.1, 10.0.3.254",
    "fd00::/120, 255, fd00:0:0:0:0:0:0:1, fd00:0:0:0:0:0:0:ff",
    "fd00::7/128, 1, fd00:0:0:0:0:0:0:7, fd00:0:0:0:0:0:0:7",
  })
  void rangesExpand(String text, int count, String first, String last) {
    List<String> sources = Addresses.sources(text);
    assertEquals(count, sources.size());
    assertEquals(count, sources.stream().distinct().count());
    assertEquals(first, sources.getFirst());
    assertEquals(last, sources.getLast());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "127.0.0.0/33 | the prefix of a range must be 0 to 32, was 33",
        "::/129 | the prefix of a range must be 0 to 128, was 129",
        "10.0.0.0/21 | a range must hold at most 1024 addresses, was '10.0.0.0/21'",
        "0.0.0.0/0 | a range must hold at most 1024 addresses, was '0.0.0.0/0'",
        "fd00::/64 | a range must hold at most 1024 addresses, was 'fd00::/64'",
        "127.1 | expected an address such as 10.0.0.7 or ::1, was '127.1'",
        "localhost | expected an address such as 10.0.0.7 or ::1, was 'localhost'",
        "x/8 | expected an address such as 10.0.0.7 or ::1, was 'x'",
        "10.0.0.0/x | expected an address such as 10.0.0.7 or ::1, was '10.0.0.0/x'",
      })
  void rangesThatAreNone(String text, String message) {
    assertEquals(
        message,
        assertThrows(IllegalArgumentException.class, () -> Addresses.sources(text)).getMessage());
  }
}
