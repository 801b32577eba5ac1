package io.sluice.engine.netty;

import io.sluice.model.plan.TextBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/** Offers bytes to a {@link ResponseParser} as a connection does: whatever is left, again. */
final class OurParser {
  static final int MAX_HEADER_BYTES = 8192;

  private final Answers answers = new Answers();
  private final ResponseParser parser =
      new ResponseParser(Answers.WANTED, MAX_HEADER_BYTES, answers);

  /** In pieces that end at these offsets; the last one ends with the bytes. */
  Verdict read(byte[] bytes, boolean toHead, List<Integer> cuts) {
    answers.clear();
    parser.reset(toHead);
    int begin = 0;
    int offered = 0;
    for (int cut : cuts) {
      // An array of its own, exactly as long as what came: a look beyond it is an exception.
      byte[] in = Arrays.copyOfRange(bytes, begin, cut);
      ResponseParser.Progress progress = parser.parse(in, 0, in.length);
      begin += parser.position();
      offered = cut;
      if (progress == ResponseParser.Progress.MALFORMED) {
        return Verdict.of(Verdict.End.MALFORMED);
      }
      if (progress == ResponseParser.Progress.COMPLETE) {
        return verdict(Verdict.End.COMPLETE, begin);
      }
    }
    return parser.closed() == ResponseParser.Progress.COMPLETE
        ? verdict(Verdict.End.COMPLETE_BY_CLOSE, offered)
        : Verdict.of(Verdict.End.CUT);
  }

  Verdict readWhole(byte[] bytes, boolean toHead) {
    return read(bytes, toHead, List.of(bytes.length));
  }

  Verdict readInPieces(byte[] bytes, boolean toHead, RandomGenerator random) {
    int pieces = random.nextInt(1, 6);
    List<Integer> cuts =
        random
            .ints(pieces - 1L, 0, bytes.length + 1)
            .sorted()
            .boxed()
            .collect(java.util.stream.Collectors.toList());
    cuts.add(bytes.length);
    return read(bytes, toHead, cuts);
  }

  private Verdict verdict(Verdict.End end, int consumed) {
    int status = answers.statuses.isEmpty() ? 0 : answers.statuses.getLast();
    return new Verdict(
        end,
        status,
        answers.headers.stream().map(OurParser::latin).toList(),
        answers.bodyText(),
        consumed,
        parser.keepAlive());
  }

  private static String latin(TextBuffer text) {
    return new String(text.bytes(), 0, text.length(), java.nio.charset.StandardCharsets.ISO_8859_1);
  }
}
