package io.sluice.scenarios.query;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** JSON drawn at random: everything that the grammar allows, and on demand what it does not. */
final class JsonDocuments {
  /** Paths that lead somewhere in many of them. */
  static final List<String> PATHS =
      List.of(
          "$",
          "$.a",
          "$.b",
          "$['ü']",
          "$['d e'].a",
          "$['日本語の名前']",
          "$.a.b",
          "$.a[0]",
          "$.b[1].c",
          "$[0]",
          "$[2]",
          "$[0][0]",
          "$[1].a",
          "$[0].b[0].c[1]",
          "$" + "[0]".repeat(989));

  private static final String[] NAMES = {
    "a", "b", "c", "d e", "ü", "", "\\u0061", "a\\n", "日本語の名前"
  };
  private static final String[] PIECES = {
    "x",
    "\\n",
    "\\\"",
    "\\\\",
    "\\/",
    "ü",
    "日本",
    "😀",
    "\\ud83d\\ude00",
    "\\ud83d",
    "\\u00e9",
    " ]},{["
  };
  private static final String[] NUMBERS = {
    "0",
    "-0",
    "7",
    "-1000",
    "123456789012345678901234567890",
    "1.50",
    "-0.0",
    "1e3",
    "1E+3",
    "1e-03",
    "0.1E2",
    "9223372036854775808",
    "3.141592653589793238462643383279"
  };
  private static final String[] SPACES = {"", "", " ", "\n", "\t\r\n ", " ".repeat(9000)};
  private static final byte[] ODD = {
    0,
    ' ',
    '"',
    '\\',
    '{',
    '}',
    '[',
    ']',
    ',',
    ':',
    '-',
    '.',
    '0',
    'e',
    't',
    '/',
    (byte) 0x80,
    (byte) 0xc3,
    (byte) 0xe2,
    (byte) 0xef,
    (byte) 0xf0,
    (byte) 0xff
  };

  private final Random random;

  JsonDocuments(long seed) {
    random = new Random(seed);
  }

  /** A well-formed document; names may occur twice in an object. */
  byte[] next() {
    ByteArrayOutputStream document = new ByteArrayOutputStream();
    if (random.nextInt(20) == 0) {
      document.writeBytes(new byte[] {(byte) 0xef, (byte) 0xbb, (byte) 0xbf});
    }
    String text =
        random.nextInt(200) == 0
            ? "[".repeat(990) + value(1) + "]".repeat(990)
            : space() + value(random.nextInt(6)) + space();
    document.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    return document.toByteArray();
  }

  /** The same, cut, followed by something, or with a byte changed. */
  byte[] damaged(byte[] document) {
    byte[] damaged = document.clone();
    switch (random.nextInt(4)) {
      case 0, 1 -> damaged = Arrays.copyOf(document, random.nextInt(document.length + 1));
      case 2 -> damaged[random.nextInt(damaged.length)] = ODD[random.nextInt(ODD.length)];
      default -> {
        byte[] more = random.nextBoolean() ? next() : new byte[] {ODD[random.nextInt(ODD.length)]};
        damaged = Arrays.copyOf(document, document.length + more.length);
        System.arraycopy(more, 0, damaged, document.length, more.length);
      }
    }
    return damaged;
  }

  private String value(int depth) {
    return switch (random.nextInt(depth > 0 ? 10 : 4)) {
      case 0 -> text();
      case 1, 2 -> NUMBERS[random.nextInt(NUMBERS.length)];
      case 3 -> random.nextInt(3) == 0 ? "null" : Boolean.toString(random.nextBoolean());
      case 4, 5, 6 -> array(depth);
      default -> object(depth);
    };
  }

  private String text() {
    StringBuilder text = new StringBuilder("\"");
    // Now and then more than the parser's buffers of 4,000 characters and 8,000 bytes hold.
    int pieces = random.nextInt(300) == 0 ? 3000 + random.nextInt(9000) : random.nextInt(4);
    for (int i = 0; i < pieces; i++) {
      text.append(PIECES[random.nextInt(PIECES.length)]);
    }
    return text.append('"').toString();
  }

  private String array(int depth) {
    StringBuilder json = new StringBuilder("[").append(space());
    int size = random.nextInt(4);
    for (int i = 0; i < size; i++) {
      json.append(i > 0 ? "," : "").append(value(depth - 1)).append(space());
    }
    return json.append("]").toString();
  }

  private String object(int depth) {
    StringBuilder json = new StringBuilder("{").append(space());
    int size = random.nextInt(6);
    for (int i = 0; i < size; i++) {
      json.append(i > 0 ? "," : "")
          .append('"')
          .append(NAMES[random.nextInt(NAMES.length)])
          .append('"')
          .append(space())
          .append(':')
          .append(space())
          .append(value(depth - 1));
    }
    return json.append("}").toString();
  }

  private String space() {
    int choice = random.nextInt(500);
    return choice == 0 ? SPACES[5] : SPACES[choice % 5];
  }
}
