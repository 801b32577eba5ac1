package io.sluice.scenarios.query;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonStreamContext;
import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/**
 * One streaming parser for many bodies: it reads them as one endless sequence of values, so that in
 * steady state nothing is allocated. Whoever reads a body stops wherever it likes. The rest is then
 * dropped, and the arrays and objects that are still open are closed by brackets that stand in no
 * body:
 *
 * <pre>
 *  in the body       {"user": {"id": 7, "name": ...
 *                                   ▲ $.user.id is found
 *  what is parsed    {"user": {"id": 7 } }
 * </pre>
 *
 * <p>After an error the parser's state is unknown and the next body gets a new parser, with the
 * field names that the old one knew. Names are kept as long as they may come again; since those of
 * a target that invents new ones (ids as names) would pile up, everything is forgotten after every
 * {@link #FORGET_AFTER} bytes.
 *
 * <p>One thread at a time.
 */
final class BodyParser {
  /**
   * So many bytes of JSON bound the names that are kept. Starting anew costs about 7 KB of garbage,
   * which is a sixth of a percent of this.
   */
  static final long FORGET_AFTER = 4 << 20;

  private static final OutputStream NOWHERE = OutputStream.nullOutputStream();
  private static final byte[] BOM = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

  private JsonFactory json = factory();
  private BodyStream input = new BodyStream();
  private @Nullable JsonParser parser;
  private boolean betweenBodies;
  private long origin;
  private long parsed;

  private static JsonFactory factory() {
    return JsonFactory.builder()
        // Bodies follow each other without a new start, so the encoding is not looked for.
        .disable(JsonFactory.Feature.CHARSET_DETECTION)
        .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
        // Here a full table is no sign of an attack: names of many bodies meet in it.
        .disable(JsonFactory.Feature.FAIL_ON_SYMBOL_HASH_OVERFLOW)
        .build();
  }

  /** A parser that stands before the body's first token. The body is UTF-8. */
  JsonParser begin(byte[] body, int length) throws IOException {
    JsonParser ready = betweenBodies && parser != null ? parser : renew();
    betweenBodies = false; // until the end: who throws in between never gets there
    int from = startsWithBom(body, length) ? BOM.length : 0;
    origin = input.delivered() - from;
    input.begin(body, from, length);
    return ready;
  }

  /** The parser's byte offset of the body's first byte. */
  long origin() {
    return origin;
  }

  /** Leaves the body at the value where the parser stands. */
  void end() throws IOException {
    if (parser == null) {
      throw new IllegalStateException("a body begins before it ends");
    }
    parser.finishToken(); // or the brackets below would be read as the rest of a string
    long unread = parser.releaseBuffered(NOWHERE);
    parsed += input.delivered() - origin - unread;
    while (!input.exhausted() && !parser.getParsingContext().inRoot()) {
      JsonStreamContext open = parser.getParsingContext();
      input.put((byte) (open.inArray() ? ']' : '}'));
      parser.nextToken();
    }
    betweenBodies = !input.exhausted() && parsed < FORGET_AFTER;
  }

  private JsonParser renew() throws IOException {
    if (parser != null) {
      parser.close(); // gives its buffers and names to its successor
    }
    parsed += input.delivered() - origin; // what led to the error
    if (parsed >= FORGET_AFTER) {
      json = factory();
      parsed = 0;
    }
    input = new BodyStream();
    parser = json.createParser(input);
    return parser;
  }

  private static boolean startsWithBom(byte[] body, int length) {
    return length >= BOM.length && body[0] == BOM[0] && body[1] == BOM[1] && body[2] == BOM[2];
  }
}
