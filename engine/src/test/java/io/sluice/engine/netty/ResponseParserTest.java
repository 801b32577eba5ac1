package io.sluice.engine.netty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.sluice.engine.netty.ResponseParser.Progress;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResponseParserTest {
  private static final int LIMIT = 512;

  private final Answers answers = new Answers();
  private final ResponseParser parser = new ResponseParser(Answers.WANTED, LIMIT, answers);

  @BeforeEach
  void begin() {
    parser.reset(false);
  }

  private static ByteBuf bytes(String text) {
    return Unpooled.wrappedBuffer(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  private static String lines(String... lines) {
    return String.join("\r\n", lines) + "\r\n";
  }

  private Progress parse(ByteBuf in) {
    byte[] bytes = ByteBufUtil.getBytes(in);
    Progress progress = parser.parse(bytes, 0, bytes.length);
    if (progress != Progress.MALFORMED) {
      in.skipBytes(parser.position());
    }
    return progress;
  }

  private Progress parse(String text) {
    return parse(bytes(text));
  }

  @Test
  void readsALengthAndLeavesWhatFollows() {
    ByteBuf in =
        bytes("HTTP/1.1 200 OK\r\nContent-Length: 5\r\nX-REQUEST-ID:  7 \r\n\r\nhelloHTTP");
    assertEquals(Progress.COMPLETE, parse(in));
    assertEquals("hello", answers.bodyText());
    assertEquals("7", answers.header("x-request-id"));
    assertEquals("HTTP", in.toString(StandardCharsets.US_ASCII));
    assertTrue(parser.keepAlive());
  }

  @Test
  void readsChunksWithExtensionsAndTrailers() {
    String text =
        lines(
            "HTTP/1.1 200 OK",
            "Transfer-Encoding: chunked",
            "",
            "3;a=b",
            "abc",
            "0A",
            "0123456789",
            "0",
            "X-Request-Id: late",
            "");
    assertEquals(Progress.COMPLETE, parse(text));
    assertEquals("abc0123456789", answers.bodyText());
    assertEquals("", answers.header("x-request-id"), "a trailer is no header");
  }

  @Test
  void skipsInterimAnswersAndTheirHeaders() {
    String text =
        lines(
            "HTTP/1.1 103 Early Hints",
            "Location: /no",
            "Connection: close",
            "Content-Length: 9",
            "",
            "HTTP/1.1 204 No Content",
            "Location: /yes",
            "");
    assertEquals(Progress.COMPLETE, parse(text));
    assertEquals(java.util.List.of(204), answers.statuses);
    assertEquals("/yes", answers.header("location"));
    assertTrue(parser.keepAlive());
  }

  @Test
  void anAnswerWithoutAnEndEndsWithTheConnection() {
    assertEquals(Progress.INCOMPLETE, parse("HTTP/1.1 200 OK\r\n\r\nall there is"));
    assertEquals(Progress.COMPLETE, parser.closed());
    assertEquals("all there is", answers.bodyText());
    assertFalse(parser.keepAlive());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "HTTP/1.1 2",
        "HTTP/1.1 200 OK\r\nServer",
        "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhell",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n"
      })
  void anAnswerThatIsCutIsNotWhole(String text) {
    assertEquals(Progress.INCOMPLETE, parse(text));
    assertEquals(Progress.INCOMPLETE, parser.closed());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "200|Content-Length: 4",
        "200|Transfer-Encoding: chunked",
        "200|Server: x",
        "304|Content-Length: 4"
      })
  void theAnswerToHeadHasNoBody(int status, String header) {
    parser.reset(true);
    ByteBuf in = bytes("HTTP/1.1 " + status + " X\r\n" + header + "\r\n\r\nnext");
    assertEquals(Progress.COMPLETE, parse(in));
    assertEquals("", answers.bodyText());
    assertEquals(4, in.readableBytes());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "HTTP/1.1|Server: x|true",
        "HTTP/1.1|Connection: close|false",
        "HTTP/1.1|connection: Foo , CLOSE|false",
        "HTTP/1.1|Connection: close, keep-alive|false",
        "HTTP/1.1|Connection: keep-alive, close|false",
        "HTTP/1.0|Server: x|false",
        "HTTP/1.0|Connection: Keep-Alive|true"
      })
  void knowsWhetherTheConnectionMayBeUsedAgain(String version, String header, boolean expected) {
    parse(version + " 200 OK\r\nContent-Length: 0\r\n" + header + "\r\n\r\n");
    assertEquals(expected, parser.keepAlive());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SSH-2.0-OpenSSH_9.6|not an HTTP/1.x response: 'SSH-2.0-OpenSSH_9.6'",
        "HTTP/2 200|not an HTTP/1.x response: 'HTTP/2 200'",
        "HTTP/1.1 20x OK|not an HTTP/1.x response: 'HTTP/1.1 20x OK'",
        "HTTP/1.1 099 OK|not an HTTP/1.x response: 'HTTP/1.1 099 OK'",
        "HTTP/1.1 2000 OK|not an HTTP/1.x response: 'HTTP/1.1 2000 OK'",
      })
  void saysWhatIsNoAnswer(String line, String problem) {
    assertEquals(Progress.MALFORMED, parse(line + "\r\n"));
    assertEquals(problem, parser.problem());
  }

  @Test
  void knowsAStrangerBeforeItsLineEnds() {
    assertEquals(Progress.MALFORMED, parse("SSH-2.0"));
    assertEquals("not an HTTP/1.x response: 'SSH-2.0'", parser.problem());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Server|a header without a colon: 'Server'",
        ": x|a header without a colon: ': x'",
        "Content-Length: five|Content-Length is 'five'",
        "Content-Length: -1|Content-Length is '-1'",
        "Content-Length: +1|Content-Length is '+1'",
        "Content-Length:|Content-Length is ''",
        "Content-Length: 1 2|Content-Length is '1 2'",
        "Content-Length: 1, 2|Content-Length is '1, 2'",
        "Content-Length: 1,|Content-Length is '1,'",
        "Content-Length: 99999999999999999999|Content-Length is '99999999999999999999'",
      })
  void saysWhichHeaderIsMalformed(String header, String problem) {
    assertEquals(Progress.MALFORMED, parse("HTTP/1.1 200 OK\r\n" + header + "\r\n\r\n"));
    assertEquals(problem, parser.problem());
  }

  @Test
  void lengthsOfTheSameValueAreOne() {
    String text = "HTTP/1.1 200 OK\r\nContent-Length: 2, 2\r\ncontent-length : 2\r\n\r\nhi";
    assertEquals(Progress.COMPLETE, parse(text));
    assertEquals("hi", answers.bodyText());
  }

  @ParameterizedTest
  @ValueSource(strings = {"Content-Length : 2", "content-length\t:2", "CONTENT-LENGTH:\t2 "})
  void blanksAroundTheColonAreNoPartOfNameOrValue(String header) {
    assertEquals(Progress.COMPLETE, parse("HTTP/1.1 200 OK\r\n" + header + "\r\n\r\nhi"));
    assertEquals("hi", answers.bodyText());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "-1", " 5", "0x5", "1234567890123456"})
  void saysWhichChunkSizeIsMalformed(String size) {
    String head = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";
    assertEquals(Progress.MALFORMED, parse(head + size + "\r\nhello\r\n"));
    assertEquals("a chunk's size is '" + size + "'", parser.problem());
  }

  @Test
  void aChunkThatIsLongerThanItSaysIsMalformed() {
    String head = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";
    assertEquals(Progress.MALFORMED, parse(head + "3\r\nhello\r\n"));
    assertEquals("a chunk is longer than its size says", parser.problem());
  }

  @Test
  void foldedValuesAreJoinedByABlank() {
    String text =
        lines(
            "HTTP/1.1 302 Found",
            "Location: /a",
            " \t b ",
            "X-Request-Id:",
            " 7",
            "Transfer-Encoding: gzip,",
            " chunked",
            "Connection: x,",
            "\tclose",
            "",
            "0",
            "");
    assertEquals(Progress.COMPLETE, parse(text));
    assertEquals("/a b", answers.header("location"));
    assertEquals("7", answers.header("x-request-id"));
    assertFalse(parser.keepAlive());
  }

  @Test
  void theFirstOfSeveralHeadersCounts() {
    String text = "HTTP/1.1 204 X\r\nX-Request-Id: 1\r\nX-Request-Id: 2\r\n  more of 2\r\n\r\n";
    assertEquals(Progress.COMPLETE, parse(text));
    assertEquals("1", answers.header("x-request-id"));
  }

  @Test
  void headersUpToTheLimitAreRead() {
    String before = "HTTP/1.1 204 X\r\nServer: ";
    String after = "\r\n\r\n";
    String fits = "y".repeat(LIMIT - before.length() - after.length());
    assertEquals(Progress.COMPLETE, parse(before + fits + after));
    parser.reset(false);
    assertEquals(Progress.MALFORMED, parse(before + fits + "y" + after));
    assertEquals("headers of more than 512 bytes", parser.problem());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HTTP/1.1 200 ",
        "HTTP/1.1 200 OK\r\nServer: ",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1;",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n0\r\nServer: "
      })
  void aLineWithoutAnEndIsGivenUp(String begin) {
    ByteBuf in = Unpooled.buffer().writeBytes(bytes(begin));
    Progress progress = parse(in);
    int given = begin.length();
    while (progress == Progress.INCOMPLETE && given < 10 * LIMIT) {
      in.writeByte('x');
      given++;
      progress = parse(in);
    }
    assertEquals(Progress.MALFORMED, progress);
    assertTrue(given <= begin.length() + LIMIT + 1, "given up after " + given + " bytes");
    assertEquals("a line of more than 512 bytes", parser.problem());
  }

  @Test
  void answersWithoutAnEndOfInterimsAreGivenUp() {
    assertEquals(Progress.MALFORMED, parse("HTTP/1.1 100 Continue\r\n\r\n".repeat(100)));
    parser.reset(false);
    assertEquals(Progress.MALFORMED, parse("\r\n".repeat(LIMIT)));
  }

  @Test
  void trailersCountAsHeaders() {
    String head = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n";
    assertEquals(Progress.MALFORMED, parse(head + "A: b\r\n".repeat(LIMIT)));
  }

  @Test
  void manyChunksAreNotHeaders() {
    String head = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";
    assertEquals(Progress.COMPLETE, parse(head + "1\r\nx\r\n".repeat(LIMIT) + "0\r\n\r\n"));
    assertEquals(LIMIT, answers.body.size());
  }

  @Test
  void oneParserReadsManyAnswers() {
    ByteBuf in =
        bytes(
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n0\r\n\r\n"
                + "HTTP/1.1 201 OK\r\nContent-Length: 1\r\n\r\nx"
                + "HTTP/1.0 404 OK\r\n\r\nrest");
    assertEquals(Progress.COMPLETE, parse(in));
    assertFalse(parser.keepAlive());
    parser.reset(false);
    assertEquals(Progress.COMPLETE, parse(in));
    assertTrue(parser.keepAlive());
    parser.reset(false);
    assertEquals(Progress.INCOMPLETE, parse(in));
    assertEquals(Progress.COMPLETE, parser.closed());
    assertEquals(java.util.List.of(200, 201, 404), answers.statuses);
    assertEquals("xrest", answers.bodyText());
  }

  @Test
  void aParserIsAsNewAfterAMalformedAnswer() {
    assertEquals(Progress.MALFORMED, parse("HTTP/1.1 200 OK\r\nContent-Length: x\r\n\r\n"));
    parser.reset(false);
    assertEquals(Progress.COMPLETE, parse("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"));
    assertEquals("", parser.problem());
  }
}
