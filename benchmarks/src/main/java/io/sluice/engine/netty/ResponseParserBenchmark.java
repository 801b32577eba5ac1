package io.sluice.engine.netty;

import io.sluice.engine.wire.WantedHeaders;
import io.sluice.model.plan.TextBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What it costs to read one response that has arrived whole. Run with {@code -prof gc}: {@code
 * gc.alloc.rate.norm} must be about 0 bytes.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class ResponseParserBenchmark {
  /** How the body is framed. */
  @Param({"length", "chunked"})
  public String framing = "";

  private byte[] response = new byte[0];
  private final Counting sink = new Counting();
  private final ResponseParser parser =
      new ResponseParser(WantedHeaders.of(List.of()), 64 * 1024, sink);

  private static final class Counting implements ResponseParser.Sink {
    private final TextBuffer header = new TextBuffer();
    private int status;
    private int bytes;

    @Override
    public boolean status(int code) {
      status = code;
      return code >= 400;
    }

    @Override
    public void line(byte[] source, int from, int length) {
      bytes += length;
    }

    @Override
    public TextBuffer header(int number) {
      return header;
    }

    @Override
    public void body(byte[] source, int from, int length) {
      bytes += length;
    }
  }

  /** Writes the response that is read again and again: nginx's headers, 100 bytes. */
  @Setup
  public void write() {
    String body = "x".repeat(100);
    String head =
        """
        HTTP/1.1 200 OK
        Server: nginx/1.22.1
        Date: Mon, 05 Jan 2026 10:00:00 GMT
        Content-Type: text/plain
        Last-Modified: Mon, 05 Jan 2026 09:00:00 GMT
        Connection: keep-alive
        ETag: "695b8d00-64"
        Accept-Ranges: bytes
        """;
    String rest =
        framing.equals("chunked")
            ? "Transfer-Encoding: chunked\n\n64\n" + body + "\n0\n\n"
            : "Content-Length: 100\n\n" + body;
    response = (head + rest).replace("\n", "\r\n").getBytes(StandardCharsets.US_ASCII);
  }

  /** One response. */
  @Benchmark
  public int parse() {
    parser.reset(false);
    parser.parse(response, 0, response.length);
    return sink.status + sink.bytes;
  }
}
