package io.sluice.engine.netty;

import io.sluice.engine.netty.GeneratedAnswers.Answer;
import io.sluice.engine.netty.Verdict.End;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Where {@link ResponseParser} differs from Netty's decoder on purpose, and why. */
record Leniency(String reason, Predicate<Leniency.Disagreement> explains) {
  static final List<Leniency> ALL =
      List.of(
          new Leniency(
              "RFC 9112 section 4: HTTP-version SP 3DIGIT SP [reason]; Netty reads any words, and"
                  + " skips blanks and control characters before them",
              d -> d.mine().end() == End.MALFORMED && d.head().strangeStatusLine()),
          new Leniency(
              "RFC 9112 section 2.1: bytes that cannot begin a status line will never be an answer;"
                  + " Netty waits for the line's end",
              d ->
                  d.mine().end() == End.MALFORMED
                      && d.theirs().end() == End.CUT
                      && d.head().endsInStrangeStatusLine()),
          new Leniency(
              "RFC 9112 section 5: a field line has a colon; Netty takes a blank for it",
              d -> d.mine().end() == End.MALFORMED && d.head().has("[^:]*|:.*")),
          new Leniency(
              "RFC 9110 section 5.1: a field name is a token; Netty ends it at the first blank",
              d -> d.head().has("[^:]*[^:\\s][ \\t]+[^:\\s][^:]*:.*")),
          new Leniency(
              "RFC 9112 section 2.2: lines with leading blanks before the first field are skipped;"
                  + " Netty reads them as fields",
              d -> d.head().firstIsFolded()),
          new Leniency(
              "RFC 9112 section 5.2: Content-Length that goes on in another line is refused; Netty"
                  + " joins it",
              d -> d.mine().end() == End.MALFORMED && d.head().foldedLength()),
          new Leniency(
              "RFC 9110 section 5.5: what a CR, NUL or the like in a line means is up to the"
                  + " recipient",
              d -> d.head().has(".*[\\x00-\\x08\\x0b-\\x1f\\x7f].*")),
          new Leniency(
              "RFC 9112 section 6.3, 5: different lengths are an error, in HTTP/1.0, too; Netty"
                  + " takes the first there",
              d ->
                  d.mine().end() == End.MALFORMED
                      && d.head().has("HTTP/1\\.0 .*")
                      && d.head().lengths() > 1),
          new Leniency(
              "RFC 9110 section 8.6: '42, 42' is 42, and so is '42, 042'; Netty compares the texts,"
                  + " blanks included",
              d ->
                  d.theirs().end() == End.MALFORMED
                      && (d.head()
                              .has(
                                  "(?i)content-length[ \\t]*:[ \\t]*\\d+[ \\t]*,[ \\t]*\\d+[ \\t]*")
                          || (d.head().lengths() > 1
                              && d.head().has("(?i)content-length[ \\t]*:[ \\t]*0\\d+[ \\t]*")))),
          new Leniency(
              "RFC 9112 section 6.3, 4: a coding other than chunked at the end lasts until the"
                  + " connection closes; Netty looks for chunked anywhere, else for Content-Length",
              d -> d.head().has("(?i)transfer-encoding[ \\t]*:.*") && !d.head().chunked()),
          new Leniency(
              "RFC 9112 section 5.2: codings and connection options on folded lines are lists of"
                  + " their own; Netty splits the joined text at commas only",
              d -> d.head().foldedList()),
          new Leniency(
              "RFC 9112 section 7.1: blanks after a chunk's size (BWS), and LF alone behind a"
                  + " chunk, are forgiven as section 2.2 forgives them in the head; Netty refuses"
                  + " them",
              d ->
                  d.theirs().end() == End.MALFORMED
                      && d.head().chunked()
                      && d.chunkLine("([0-9A-Fa-f]+[ \\t][^\\n]*|[^\\n]*[^\\r\\n]|)\\n")),
          new Leniency(
              "RFC 9112 section 7.1: a chunk's size is hexadecimal digits; Netty skips blanks"
                  + " before them and takes a negative number for none",
              d ->
                  d.mine().end() == End.MALFORMED
                      && d.head().chunked()
                      && d.chunkLine("[^0-9A-Fa-f][^\\n]*\\n|[0-9A-Fa-f]{9,}[^\\n]*\\n")),
          new Leniency(
              "RFC 9112 section 7.1.1: a recipient ignores extensions that it does not know,"
                  + " whatever they hold; Netty refuses control characters in them",
              d ->
                  d.theirs().end() == End.MALFORMED
                      && d.head().chunked()
                      && d.chunkLine("[0-9A-Fa-f]+[^\\n]*[\\x00-\\x08\\x0b-\\x1f][^\\n]*\\n")),
          new Leniency(
              "RFC 9110 section 15.2.2: 101 is no answer to a request that asked for no other"
                  + " protocol",
              d -> d.mine().end() == End.MALFORMED && d.head().has("HTTP/1.\\d 101.*")),
          new Leniency(
              "RFC 9112 section 7.1.2: trailers may be discarded unread; Netty refuses malformed"
                  + " ones",
              d ->
                  d.theirs().end() == End.MALFORMED
                      && d.mine().end() == End.COMPLETE
                      && d.head().chunked()
                      && d.chunkLine("[^:\\n]*[^:\\r\\n0-9A-Fa-f][^:\\n]*\\n|:[^\\n]*\\n")));

  /** Two verdicts on one answer. */
  record Disagreement(Answer answer, Verdict mine, Verdict theirs) {
    Head head() {
      return Head.of(answer.text());
    }

    /** Whether a line behind the head looks like this. */
    boolean chunkLine(String regex) {
      return Pattern.compile("(?m)^(?:" + regex + ")")
          .matcher(answer.text().substring(head().length()))
          .find();
    }
  }

  /** The lines of the head of the final answer and of the interim ones before it. */
  record Head(List<String> lines, int length) {
    static Head of(String text) {
      List<String> lines = new java.util.ArrayList<>();
      int at = 0;
      boolean interim = false;
      boolean inside = false;
      while (at < text.length()) {
        int end = text.indexOf('\n', at);
        if (end < 0) {
          lines.add(text.substring(at));
          return new Head(lines, text.length());
        }
        String line = text.substring(at, end).replaceFirst("\r$", "");
        at = end + 1;
        if (line.isEmpty() && inside && !interim) {
          return new Head(lines, at);
        }
        if (line.isEmpty()) {
          inside = false;
        } else if (!inside) {
          inside = true;
          interim = line.matches("HTTP/1.\\d 1.*");
          lines.add("\n" + line);
        } else {
          lines.add(line);
        }
      }
      return new Head(lines, at);
    }

    private boolean any(Predicate<String> wanted) {
      return lines.stream().anyMatch(wanted);
    }

    boolean has(String regex) {
      Pattern pattern = Pattern.compile(regex, Pattern.DOTALL);
      return any(
          line -> pattern.matcher(line.replace("\n", "")).matches() && !isStatus(line, regex));
    }

    private static boolean isStatus(String line, String regex) {
      return line.startsWith("\n") && !regex.startsWith("HTTP") && !regex.startsWith(".*[");
    }

    boolean strangeStatusLine() {
      return any(
          line -> line.startsWith("\n") && !line.matches("(?s)\nHTTP/1\\.\\d [1-9]\\d\\d( .*)?"));
    }

    boolean endsInStrangeStatusLine() {
      return !lines.isEmpty() && lines.getLast().matches("(?s)(?!HTTP/1\\.).*");
    }

    private List<Integer> folded() {
      return java.util.stream.IntStream.range(0, lines.size())
          .filter(i -> lines.get(i).matches("(?s)[ \\t].*"))
          .boxed()
          .toList();
    }

    boolean firstIsFolded() {
      return folded().stream().anyMatch(i -> i > 0 && lines.get(i - 1).startsWith("\n"));
    }

    private boolean folds(String name) {
      return folded().stream()
          .anyMatch(
              i -> i > 0 && lines.get(i - 1).toLowerCase(java.util.Locale.ROOT).startsWith(name));
    }

    boolean foldedLength() {
      return folds("content-length");
    }

    boolean foldedList() {
      return folds("transfer-encoding") || folds("connection");
    }

    long lengths() {
      return lines.stream().filter(line -> line.matches("(?is)content-length[ \\t]*:.*")).count();
    }

    /** Whether chunked is the last coding of the last answer. */
    boolean chunked() {
      return ("," + codings()).matches("(?s).*,[ \\t]*chunked[, \\t]*");
    }

    private String codings() {
      int from = 0;
      for (int i = 0; i < lines.size(); i++) {
        from = lines.get(i).startsWith("\n") ? i : from;
      }
      return String.join(
          ",",
          lines.subList(from, lines.size()).stream()
              .map(line -> line.toLowerCase(java.util.Locale.ROOT))
              .filter(line -> line.matches("transfer-encoding[ \\t]*:.*"))
              .map(line -> line.substring(line.indexOf(':') + 1).strip())
              .toList());
    }
  }

  static List<Leniency> explaining(Disagreement disagreement) {
    return ALL.stream().filter(leniency -> leniency.explains().test(disagreement)).toList();
  }
}
