package io.sluice.engine.http2;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The fields that every peer knows by number, from 1 (RFC 7541 appendix A). */
final class StaticTable {
  static final int SIZE = 61;

  private static final String FIELDS =
      """
      :authority
      :method GET
      :method POST
      :path /
      :path /index.html
      :scheme http
      :scheme https
      :status 200
      :status 204
      :status 206
      :status 304
      :status 400
      :status 404
      :status 500
      accept-charset
      accept-encoding gzip, deflate
      accept-language
      accept-ranges
      accept
      access-control-allow-origin
      age
      allow
      authorization
      cache-control
      content-disposition
      content-encoding
      content-language
      content-length
      content-location
      content-range
      content-type
      cookie
      date
      etag
      expect
      expires
      from
      host
      if-match
      if-modified-since
      if-none-match
      if-range
      if-unmodified-since
      last-modified
      link
      location
      max-forwards
      proxy-authenticate
      proxy-authorization
      range
      referer
      refresh
      retry-after
      server
      set-cookie
      strict-transport-security
      transfer-encoding
      user-agent
      vary
      via
      www-authenticate
      """;

  private static final byte[][] NAMES = new byte[SIZE + 1][];
  private static final byte[][] VALUES = new byte[SIZE + 1][];

  static {
    String[] lines = FIELDS.split("\n", -1);
    NAMES[0] = new byte[0];
    VALUES[0] = new byte[0];
    for (int i = 1; i <= SIZE; i++) {
      String line = lines[i - 1];
      int blank = line.indexOf(' ');
      NAMES[i] = ascii(blank < 0 ? line : line.substring(0, blank));
      VALUES[i] = ascii(blank < 0 ? "" : line.substring(blank + 1));
    }
  }

  private StaticTable() {}

  static byte[] name(int index) {
    return NAMES[index];
  }

  static byte[] value(int index) {
    return VALUES[index];
  }

  /** The number of a field, or 0. */
  static int find(byte[] name, byte[] value, int length) {
    for (int i = 1; i <= SIZE; i++) {
      if (Arrays.equals(NAMES[i], name)
          && Arrays.equals(VALUES[i], 0, VALUES[i].length, value, 0, length)) {
        return i;
      }
    }
    return 0;
  }

  /** The first number with that name, or 0. */
  static int find(byte[] name) {
    for (int i = 1; i <= SIZE; i++) {
      if (Arrays.equals(NAMES[i], name)) {
        return i;
      }
    }
    return 0;
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
