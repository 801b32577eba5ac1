package io.sluice.engine.http2;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** What a reader says, in words; pieces of a body are joined. */
final class FrameLog implements FrameSink {
  final List<String> lines = new ArrayList<>();
  private final StringBuilder body = new StringBuilder();
  private int counted;
  private int wire;

  private static String hex(byte[] bytes, int from, int to) {
    return HexFormat.of().formatHex(bytes, from, to);
  }

  @Override
  public void headers(int stream, boolean last, byte[] block, int from, int to, int wireBytes) {
    lines.add("headers " + stream + end(last) + hex(block, from, to) + " of " + wireBytes);
  }

  private static String end(boolean last) {
    return last ? " last " : " ";
  }

  @Override
  public void data(
      int stream, boolean last, byte[] bytes, int from, int to, int count, int wireBytes) {
    body.append(new String(bytes, from, to - from, StandardCharsets.US_ASCII));
    counted += count;
    wire += wireBytes;
    if (last) {
      lines.add("data " + stream + " last " + body + " " + counted + " of " + wire);
      body.setLength(0);
      counted = 0;
      wire = 0;
    }
  }

  @Override
  public void reset(int stream, int code) {
    lines.add("reset " + stream + " " + ErrorCode.name(code));
  }

  @Override
  public void settings(byte[] bytes, int from, int to) {
    lines.add("settings " + hex(bytes, from, to));
  }

  @Override
  public void ping(byte[] bytes, int from) {
    lines.add("ping " + hex(bytes, from, from + 8));
  }

  @Override
  public void goAway(int lastStream, int code) {
    lines.add("goaway " + lastStream + " " + ErrorCode.name(code));
  }

  @Override
  public void windowUpdate(int stream, int increment) {
    lines.add("window " + stream + " " + increment);
  }

  @Override
  public void streamError(int stream, ErrorCode code, String problem) {
    lines.add("error " + stream + " " + code + ": " + problem);
  }
}
