package io.sluice.engine.http2;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FrameReaderTest {
  private static final String SETTINGS = "000006 04 00 00000000 000400100000";

  /** One of each, with what the reader makes of it. */
  private static final String STREAM =
      SETTINGS
          + "000000 04 01 00000000" // an acknowledgement
          + "000002 01 05 00000001 88be"
          + "00000a 01 2c 00000003 02 0000000105 8889 0000"
          + "000003 01 01 00000005 888990"
          + "000001 09 00 00000005 91"
          + "000000 09 00 00000005"
          + "000001 09 04 00000005 92"
          + "000004 00 00 00000007 61626364"
          + "000006 00 08 00000007 03 6566 000000"
          + "000000 00 00 00000007"
          + "000001 00 08 00000007 00"
          + "000002 00 01 00000007 6768"
          + "000005 02 00 00000009 0000000010"
          + "000004 02 00 00000009 00000000"
          + "000004 03 00 00000009 00000008"
          + "000008 06 00 00000000 0102030405060708"
          + "000008 06 01 00000000 0102030405060708"
          + "00000a 07 00 00000000 800000ff 00000063 6869"
          + "000004 08 00 00000000 80000001"
          + "000004 08 00 00000009 00000000"
          + "000003 2a ff 00000063 010203";

  private static final List<String> SAID =
      List.of(
          "settings 000400100000",
          "headers 1 last 88be of 11",
          "headers 3 8889 of 19",
          "headers 5 last 8889909192 of 41",
          "data 7 last abcdefgh 13 of 58",
          "error 9 FRAME_SIZE_ERROR: PRIORITY of 4 bytes",
          "reset 9 CANCEL",
          "ping 0102030405060708",
          "goaway 255 error 0x63",
          "window 0 1",
          "error 9 PROTOCOL_ERROR: WINDOW_UPDATE by 0");

  private final FrameLog log = new FrameLog();
  private final FrameReader reader = new FrameReader(log, 1_000);

  @Test
  void allAtOnce() {
    byte[] bytes = Fields.hex(STREAM);
    assertTrue(reader.read(bytes, 0, bytes.length), reader.problem());
    assertEquals(SAID, log.lines);
  }

  @Test
  void cutAtEveryPosition() {
    byte[] bytes = Fields.hex(STREAM);
    for (int cut = 0; cut <= bytes.length; cut++) {
      FrameLog cutLog = new FrameLog();
      FrameReader cutReader = new FrameReader(cutLog, 1_000);
      assertTrue(cutReader.read(bytes, 0, cut));
      assertTrue(cutReader.read(bytes, cut, bytes.length));
      assertEquals(SAID, cutLog.lines, "cut at " + cut);
    }
  }

  @Test
  void cutAnywhere() {
    byte[] bytes = Fields.hex(STREAM);
    Random random = new Random(9113);
    for (int round = 0; round < 2_000; round++) {
      FrameLog cutLog = new FrameLog();
      FrameReader cutReader = new FrameReader(cutLog, 1_000);
      int most = 1 + random.nextInt(20);
      for (int at = 0; at < bytes.length; ) {
        int to = Math.min(bytes.length, at + 1 + random.nextInt(most));
        byte[] piece = java.util.Arrays.copyOfRange(bytes, at, to);
        assertTrue(cutReader.read(piece, 0, piece.length));
        java.util.Arrays.fill(piece, (byte) -1); // nobody may look at it any more
        at = to;
      }
      assertEquals(SAID, cutLog.lines);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "000008 06 00 00000001 0102030405060708, PROTOCOL_ERROR, PING on stream 1",
    "000007 06 00 00000000 01020304050607, FRAME_SIZE_ERROR, PING of 7 bytes",
    "000005 04 00 00000000 0102030405, FRAME_SIZE_ERROR, SETTINGS of 5 bytes",
    "000006 04 01 00000000 000400100000, FRAME_SIZE_ERROR, SETTINGS of 6 bytes",
    "000000 04 00 00000001, PROTOCOL_ERROR, SETTINGS on stream 1",
    "000007 07 00 00000000 01020304050607, FRAME_SIZE_ERROR, GOAWAY of 7 bytes",
    "000008 07 00 00000001 0102030405060708, PROTOCOL_ERROR, GOAWAY on stream 1",
    "000003 08 00 00000000 010203, FRAME_SIZE_ERROR, WINDOW_UPDATE of 3 bytes",
    "000004 08 00 00000000 80000000, PROTOCOL_ERROR, WINDOW_UPDATE by 0",
    "000005 03 00 00000001 0102030405, FRAME_SIZE_ERROR, RST_STREAM of 5 bytes",
    "000004 03 00 00000000 01020304, PROTOCOL_ERROR, RST_STREAM on stream 0",
    "000005 02 00 00000000 0102030405, PROTOCOL_ERROR, PRIORITY on stream 0",
    "000004 05 04 00000001 00000002, PROTOCOL_ERROR, PUSH_PROMISE without consent",
    "000001 01 04 00000000 88, PROTOCOL_ERROR, HEADERS on stream 0",
    "000000 01 0c 00000001, FRAME_SIZE_ERROR, HEADERS of 0 bytes",
    "000004 01 24 00000001 00000000, FRAME_SIZE_ERROR, HEADERS of 4 bytes",
    "000002 01 0c 00000001 0288, PROTOCOL_ERROR, HEADERS with more padding than payload",
    "000001 00 00 00000000 61, PROTOCOL_ERROR, DATA on stream 0",
    "000000 00 08 00000001, FRAME_SIZE_ERROR, DATA of 0 bytes",
    "000002 00 08 00000001 0261, PROTOCOL_ERROR, DATA with more padding than payload",
    "004001 00 00 00000001, FRAME_SIZE_ERROR, DATA of 16385 bytes",
    "004001 2a 00 00000001, FRAME_SIZE_ERROR, unknown of 16385 bytes",
    "000000 09 04 00000001, PROTOCOL_ERROR, CONTINUATION without HEADERS",
    "000001 01 00 00000001 88 000000 2a 00 00000000, PROTOCOL_ERROR, unknown within a header block",
    "000001 01 00 00000001 88 000000 09 04 00000003, PROTOCOL_ERROR, CONTINUATION within a header"
        + " block"
  })
  void whatEndsTheConnection(String hex, ErrorCode error, String problem) {
    byte[] start = Fields.hex(SETTINGS);
    assertTrue(reader.read(start, 0, start.length));
    byte[] bytes = Fields.hex(hex);
    assertFalse(reader.read(bytes, 0, bytes.length));
    assertEquals(error, reader.error());
    assertEquals(problem, reader.problem());
    int said = log.lines.size();
    byte[] ping = Fields.hex("000008 06 00 00000000 0102030405060708");
    assertFalse(reader.read(ping, 0, ping.length));
    assertEquals(said, log.lines.size());
  }

  @ParameterizedTest
  @CsvSource({
    "HTTP/1.1 400 Bad Request, the server does not speak HTTP/2: it begins with 'HTTP/1.1 '",
    "abcdefghijklmno, the server does not speak HTTP/2: it begins with 'abcdefghi'"
  })
  void whoDoesNotSpeakIt(String text, String problem) {
    byte[] bytes = Fields.ascii(text);
    assertTrue(reader.read(bytes, 0, 5));
    assertFalse(reader.read(bytes, 5, bytes.length));
    assertEquals(ErrorCode.PROTOCOL_ERROR, reader.error());
    assertEquals(problem, reader.problem());
  }

  @ParameterizedTest
  @CsvSource({"100, 12", "0, 4000"})
  void aFloodOfContinuationsEnds(int length, int frames) {
    byte[] start = Fields.hex(SETTINGS + "000001 01 00 00000001 88");
    assertTrue(reader.read(start, 0, start.length));
    byte[] frame = new byte[9 + length];
    Frames.header(length, Frames.CONTINUATION, 0, 1, frame, 0);
    int taken = 0;
    while (taken <= frames && reader.read(frame, 0, frame.length)) {
      taken++;
    }
    assertTrue(taken > 1 && taken < frames, "taken: " + taken);
    assertEquals(ErrorCode.ENHANCE_YOUR_CALM, reader.error());
    assertEquals("headers of more than 1000 bytes", reader.problem());
  }
}
