package io.sluice.engine.netty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sluice.engine.netty.GeneratedAnswers.Answer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ResponseParserDifferentialTest {
  private static final int CASES = Integer.getInteger("sluice.parser.cases", 20_000);
  private static final long SEED = 20_260_101;
  private static final int SHORT = 150;

  @Test
  void readsWhatNettyReads() {
    GeneratedAnswers answers = new GeneratedAnswers(SEED);
    OurParser ours = new OurParser();
    List<String> unexplained = new ArrayList<>();
    Set<Leniency> used = new HashSet<>();
    int complete = 0;
    int excused = 0;
    for (int i = 0; i < CASES; i++) {
      Answer answer = answers.next();
      Verdict mine = ours.readWhole(answer.bytes(), answer.toHead());
      Verdict theirs = NettyParser.read(answer.bytes(), answer.toHead());
      if (mine.equals(theirs)) {
        complete += mine.end() == Verdict.End.COMPLETE ? 1 : 0;
        continue;
      }
      excused++;
      List<Leniency> reasons = Leniency.explaining(new Leniency.Disagreement(answer, mine, theirs));
      used.addAll(reasons);
      if (reasons.isEmpty() && unexplained.size() < 20) {
        unexplained.add(report(i, answer, mine, theirs));
      }
    }
    assertTrue(unexplained.isEmpty(), () -> String.join("\n", unexplained));
    assertTrue(excused < CASES / 10, excused + " of " + CASES + " differ: too many to mean much");
    assertTrue(complete > CASES / 3, complete + " of " + CASES + " are whole answers: too few");
    List<String> idle =
        Leniency.ALL.stream().filter(l -> !used.contains(l)).map(Leniency::reason).toList();
    assertEquals(List.of(), idle, "reasons that no case needs");
  }

  @Test
  void readsTheSameHoweverTheBytesAreCut() {
    GeneratedAnswers answers = new GeneratedAnswers(SEED + 1);
    OurParser ours = new OurParser();
    Random random = new Random(SEED);
    for (int i = 0; i < CASES; i++) {
      Answer answer = answers.next();
      Verdict whole = ours.readWhole(answer.bytes(), answer.toHead());
      Verdict pieces = ours.readInPieces(answer.bytes(), answer.toHead(), random);
      assertEquals(whole, pieces, () -> visible(answer.text()));
    }
  }

  @Test
  void readsTheSameWhereverAShortAnswerIsCutInTwo() {
    GeneratedAnswers answers = new GeneratedAnswers(SEED + 2);
    OurParser ours = new OurParser();
    for (int i = 0; i < CASES; i++) {
      Answer answer = answers.next();
      int length = answer.bytes().length;
      if (length > SHORT) {
        continue;
      }
      Verdict whole = ours.readWhole(answer.bytes(), answer.toHead());
      for (int cut = 0; cut <= length; cut++) {
        Verdict halves = ours.read(answer.bytes(), answer.toHead(), List.of(cut, length));
        int at = cut;
        assertEquals(whole, halves, () -> "cut at " + at + ": " + visible(answer.text()));
      }
    }
  }

  private static String report(int number, Answer answer, Verdict mine, Verdict theirs) {
    return "case %d%s: %s%n  ours   %s%n  Netty's %s"
        .formatted(number, answer.toHead() ? " to HEAD" : "", visible(answer.text()), mine, theirs);
  }

  private static String visible(String text) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      out.append(
          switch (c) {
            case '\r' -> "\\r";
            case '\n' -> "\\n";
            default -> c < ' ' || c > '~' ? "\\x%02x".formatted((int) c) : String.valueOf(c);
          });
    }
    return out.toString();
  }
}
