package io.sluice.engine.http2;

import io.sluice.engine.wire.WantedHeaders;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** Fields that a decoder passes on, as {@code name: value}; all names of a list are wanted. */
final class Fields implements FieldVisitor {
  final List<String> seen = new ArrayList<>();
  private final WantedHeaders wanted;

  /** Whether it takes lines, too, as {@code name= value}. */
  boolean lines;

  Fields(List<String> names) {
    wanted = WantedHeaders.of(names);
  }

  HeaderDecoder decoder(int maxListSize) {
    return new HeaderDecoder(FieldKinds.of(wanted), maxListSize);
  }

  @Override
  public void field(int kind, byte[] bytes, int from, int length) {
    int number = FieldKinds.number(kind);
    String name =
        number < 0
            ? "kind " + Integer.toHexString(kind)
            : new String(wanted.name(number), StandardCharsets.US_ASCII);
    seen.add(name + ": " + new String(bytes, from, length, StandardCharsets.ISO_8859_1));
  }

  @Override
  public boolean wantsLines() {
    return lines;
  }

  @Override
  public void line(byte[] name, int nameFrom, int nameLength, byte[] value, int from, int length) {
    seen.add(
        new String(name, nameFrom, nameLength, StandardCharsets.US_ASCII)
            + "= "
            + new String(value, from, length, StandardCharsets.ISO_8859_1));
  }

  List<String> take() {
    List<String> all = List.copyOf(seen);
    seen.clear();
    return all;
  }

  static byte[] hex(String digits) {
    return HexFormat.of().parseHex(digits.replaceAll("\\s", ""));
  }

  static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }
}
