package io.sluice.engine.http2;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FrameWriterTest {
  private final FrameWriter out = new FrameWriter();

  private String written() {
    return HexFormat.of().formatHex(out.bytes(), 0, out.length());
  }

  @Test
  void preface() {
    out.preface(1 << 20, 65_536);
    assertEquals(
        HexFormat.of().formatHex(Fields.ascii("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"))
            + "000018040000000000"
            + "000100001000"
            + "000200000000"
            + "000400100000"
            + "000600010000"
            + "000004080000000000000f0001",
        written());
  }

  @Test
  void smallFrames() {
    out.settingsAcknowledged();
    out.pong(Fields.hex("000102030405060708"), 1);
    out.windowUpdate(3, 5);
    out.reset(7, ErrorCode.CANCEL);
    out.goAway(ErrorCode.PROTOCOL_ERROR, "hi");
    out.data(9, true, Fields.ascii("abc"), 1, 2);
    assertEquals(
        "000000040100000000"
            + "000008060100000000"
            + "0102030405060708"
            + "00000408000000000300000005"
            + "00000403000000000700000008"
            + "00000a07000000000000000000000000016869"
            + "0000020001000000096263",
        written());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 9, 10, 11, 19, 20, 21, 45, 100})
  void longHeadersAreContinued(int length) {
    byte[] block = new byte[length];
    for (int i = 0; i < length; i++) {
      block[i] = (byte) i;
    }
    byte[] settings = Fields.hex("000000 04 00 00000000");
    out.reset(1, ErrorCode.CANCEL); // something before it
    out.beginHeaders(5);
    out.room(length);
    System.arraycopy(block, 0, out.bytes, out.length, length);
    out.length += length;
    out.endHeaders(true, 10);
    int frames = (length + 9) / 10;
    FrameLog log = new FrameLog();
    FrameReader reader = new FrameReader(log, 1_000);
    assertTrue(reader.read(settings, 0, settings.length));
    assertTrue(reader.read(out.bytes(), 0, out.length()), reader.problem());
    String hex = HexFormat.of().formatHex(block);
    assertEquals(List.of("settings ", "reset 1 CANCEL", said(length + 9 * frames, hex)), log.lines);
    assertEquals(13 + length + 9 * frames, out.length());
  }

  private static String said(int bytes, String hex) {
    return "headers 5 last " + hex + " of " + bytes;
  }

  @Test
  void aLargeBufferIsLetGo() {
    byte[] body = new byte[1 << 20];
    Arrays.fill(body, (byte) 'x');
    out.data(1, true, body, 0, body.length);
    assertTrue(out.bytes().length > 1 << 20);
    out.clear();
    assertEquals(0, out.length());
    assertTrue(out.bytes().length < 1 << 16);
  }
}
