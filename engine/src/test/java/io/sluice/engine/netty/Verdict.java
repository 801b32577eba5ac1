package io.sluice.engine.netty;

import java.util.List;

/**
 * What a parser makes of the bytes of one answer.
 *
 * @param end how it ended
 * @param status 0 if there was none
 * @param headers values of the wanted headers, empty where there was none
 * @param body in ISO 8859-1
 * @param consumed how many bytes belong to it
 * @param keepAlive whether another may follow on the connection
 */
record Verdict(
    End end, int status, List<String> headers, String body, int consumed, boolean keepAlive) {
  Verdict {
    // Folded lines are joined by "one or more" blanks (RFC 9112 section 5.2): by how many is free.
    headers = headers.stream().map(value -> value.replaceAll("[ \t]+", " ")).toList();
  }

  enum End {
    COMPLETE,
    COMPLETE_BY_CLOSE,
    CUT,
    MALFORMED
  }

  /** Only for ends at which nothing else counts. */
  static Verdict of(End end) {
    return new Verdict(end, 0, List.of(), "", 0, false);
  }
}
