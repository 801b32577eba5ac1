package io.sluice.scenarios.text;

import io.sluice.scenarios.source.Snippet;
import io.sluice.scenarios.tree.Words;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads text with holes.
 *
 * <pre>
 *  words = { character | "$${" | hole }               $${ stands for ${
 *  hole  = "${" expression "}"                        see {@link ExpressionParser}
 * </pre>
 */
public final class WordsParser {
  private WordsParser() {}

  /**
   * Reads a text.
   *
   * @throws MalformedText if one of its holes is not closed or no expression
   */
  public static Words parse(Snippet snippet) {
    String text = snippet.text();
    List<Words.Piece> pieces = new ArrayList<>();
    StringBuilder plain = new StringBuilder();
    int at = 0;
    while (at < text.length()) {
      if (text.startsWith("$${", at)) {
        plain.append("${");
        at += 3;
      } else if (text.startsWith("${", at)) {
        int end = closingBrace(snippet, at);
        if (!plain.isEmpty()) {
          pieces.add(new Words.Plain(plain.toString()));
          plain.setLength(0);
        }
        Cursor cursor = new Cursor(snippet, at + 2, end);
        pieces.add(
            new Words.Hole(
                new ExpressionParser(cursor).toTheEnd(), text.substring(at + 2, end).strip()));
        at = end + 1;
      } else {
        plain.append(text.charAt(at++));
      }
    }
    if (!plain.isEmpty()) {
      pieces.add(new Words.Plain(plain.toString()));
    }
    return new Words(pieces, snippet.at());
  }

  private static int closingBrace(Snippet snippet, int open) {
    boolean quoted = false;
    for (int i = open + 2; i < snippet.text().length(); i++) {
      char c = snippet.text().charAt(i);
      if (c == '\'') {
        quoted = !quoted;
      } else if (c == '}' && !quoted) {
        return i;
      }
    }
    throw new MalformedText(
        snippet.at(open), "expected a '}' that closes '" + snippet.text().substring(open) + "'");
  }
}
