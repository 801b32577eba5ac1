package io.sluice.scenarios.query;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.sluice.model.plan.BodyQuery.Result;
import io.sluice.model.plan.TextBuffer;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Follows a path by a streaming parser, and stops at the value: what comes after is not read. Of
 * members of the same name the first counts.
 */
record PathWalk(SimplePath path) {
  /**
   * Walks from before the body's first token.
   *
   * @param origin the parser's byte offset of the body's first byte
   * @param into gets the value's text
   * @throws IOException if the body is malformed, or ends, before the value's end
   */
  Result walk(JsonParser parser, byte[] body, long origin, TextBuffer into) throws IOException {
    parser.nextToken();
    for (int i = 0; i < path.segments().size(); i++) {
      boolean found =
          switch (path.segments().get(i)) {
            case SimplePath.Member(String name) -> toMember(parser, name);
            case SimplePath.Element(int index) -> toElement(parser, index);
          };
      if (!found) {
        return Result.ABSENT;
      }
    }
    return take(parser, body, origin, into);
  }

  private static boolean toMember(JsonParser parser, String name) throws IOException {
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      return false;
    }
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      boolean here = name.equals(parser.currentName());
      parser.nextToken();
      if (here) {
        return true;
      }
      parser.skipChildren();
    }
    return false;
  }

  private static boolean toElement(JsonParser parser, int index) throws IOException {
    if (parser.currentToken() != JsonToken.START_ARRAY) {
      return false;
    }
    for (int i = 0; ; i++) {
      JsonToken token = parser.nextToken();
      if (token == null || token == JsonToken.END_ARRAY) {
        return false;
      }
      if (i == index) {
        return true;
      }
      parser.skipChildren();
    }
  }

  private static Result take(JsonParser parser, byte[] body, long origin, TextBuffer into)
      throws IOException {
    @Nullable JsonToken token = parser.currentToken();
    if (token == null || token == JsonToken.VALUE_NULL) {
      return Result.ABSENT;
    }
    if (token.isStructStart()) {
      return takeStructure(parser, body, origin, into);
    }
    char[] characters = parser.getTextCharacters();
    Utf8.append(characters, parser.getTextOffset(), parser.getTextLength(), into);
    return into.length() == 0 ? Result.EMPTY : Result.PRESENT;
  }

  /** Takes an array or object as it stands in the body. */
  private static Result takeStructure(JsonParser parser, byte[] body, long origin, TextBuffer into)
      throws IOException {
    int from = (int) (parser.currentTokenLocation().getByteOffset() - origin);
    boolean empty = parser.nextToken().isStructEnd();
    int depth = 1;
    for (JsonToken token = parser.currentToken(); ; token = parser.nextToken()) {
      if (token == null) {
        return Result.ABSENT;
      }
      depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
      if (depth == 0) {
        break;
      }
    }
    int to = (int) (parser.currentLocation().getByteOffset() - origin);
    into.append(body, from, to - from);
    return empty ? Result.EMPTY : Result.PRESENT;
  }
}
