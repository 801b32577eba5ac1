package io.sluice.engine.netty;

import io.sluice.engine.wire.WantedHeaders;
import io.sluice.model.plan.TextBuffer;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A parser's sink that remembers what it was told. */
final class Answers implements ResponseParser.Sink {
  static final WantedHeaders WANTED = WantedHeaders.of(List.of("X-Request-Id"));

  final List<Integer> statuses = new ArrayList<>();
  final List<String> lines = new ArrayList<>();
  final List<TextBuffer> headers = new ArrayList<>();
  final ByteArrayOutputStream body = new ByteArrayOutputStream();

  Answers() {
    for (int i = 0; i < WANTED.count(); i++) {
      headers.add(new TextBuffer());
    }
  }

  void clear() {
    statuses.clear();
    lines.clear();
    headers.forEach(TextBuffer::clear);
    body.reset();
  }

  @Override
  public boolean status(int code) {
    statuses.add(code);
    return code >= 400;
  }

  @Override
  public void line(byte[] source, int from, int length) {
    lines.add(new String(source, from, length, StandardCharsets.ISO_8859_1));
  }

  @Override
  public TextBuffer header(int number) {
    return headers.get(number);
  }

  @Override
  public void body(byte[] source, int from, int length) {
    body.write(source, from, length);
  }

  String header(String name) {
    return headers.get(WANTED.number(name)).toString();
  }

  String bodyText() {
    return body.toString(StandardCharsets.ISO_8859_1);
  }
}
