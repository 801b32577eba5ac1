package io.sluice.model.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SampleLineTest {
  private static final long UNSET = RequestSample.UNSET;

  static Stream<RequestSample> samples() {
    return Stream.of(
        new RequestSample(
            new ErrorKey("GET /\t=", Outcome.HTTP_ERROR, "status\n503"),
            "GET",
            "http://127.0.0.1:8080/a?b=c\td",
            503,
            1,
            2,
            3,
            4,
            5,
            6,
            7,
            "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
            "Content-Type: text/html\nX: \\t\n",
            "<h1>\r\n\uFFFD\u202E</h1>",
            9000),
        new RequestSample(
            new ErrorKey("a", Outcome.OK, ""),
            "POST",
            "https://x/",
            0,
            -1,
            0,
            UNSET,
            UNSET,
            5,
            UNSET,
            UNSET,
            "",
            "",
            "",
            0));
  }

  @ParameterizedTest
  @MethodSource("samples")
  void isReadAsItWasWritten(RequestSample sample) {
    StringBuilder text = new StringBuilder();
    SampleLine.of(sample).appendTo(text);
    String line = text.substring(0, text.length() - 1);
    assertEquals(-1, line.indexOf('\n'), "one line");
    assertEquals(sample, SampleLine.sample(LogLine.parse(line)));
  }
}
