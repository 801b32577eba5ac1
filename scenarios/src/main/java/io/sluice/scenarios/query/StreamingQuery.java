package io.sluice.scenarios.query;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.sluice.model.plan.BodyQuery;
import io.sluice.model.plan.TextBuffer;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Follows a path by a streaming parser, and stops at the value: what comes after is not read. */
final class StreamingQuery implements BodyQuery {
  private final SimplePath path;
  private final JsonFactory json = new JsonFactory();

  StreamingQuery(SimplePath path) {
    this.path = path;
  }

  @Override
  public Result find(byte[] body, int length, TextBuffer into) {
    into.clear();
    try (JsonParser parser = json.createParser(body, 0, length)) {
      parser.nextToken();
      for (SimplePath.Segment segment : path.segments()) {
        boolean found =
            switch (segment) {
              case SimplePath.Member(String name) -> toMember(parser, name);
              case SimplePath.Element(int index) -> toElement(parser, index);
            };
        if (!found) {
          return Result.ABSENT;
        }
      }
      return take(parser, body, into);
    } catch (IOException e) {
      into.clear();
      return Result.ABSENT;
    }
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

  private static Result take(JsonParser parser, byte[] body, TextBuffer into) throws IOException {
    @Nullable JsonToken token = parser.currentToken();
    if (token == null || token == JsonToken.VALUE_NULL) {
      return Result.ABSENT;
    }
    if (token == JsonToken.START_OBJECT || token == JsonToken.START_ARRAY) {
      return takeStructure(parser, body, into);
    }
    char[] characters = parser.getTextCharacters();
    Utf8.append(characters, parser.getTextOffset(), parser.getTextLength(), into);
    return into.length() == 0 ? Result.EMPTY : Result.PRESENT;
  }

  /** Takes an array or object as it stands in the body. */
  private static Result takeStructure(JsonParser parser, byte[] body, TextBuffer into)
      throws IOException {
    long from = parser.currentTokenLocation().getByteOffset();
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
    long to = parser.currentLocation().getByteOffset();
    into.append(body, (int) from, (int) (to - from));
    return empty ? Result.EMPTY : Result.PRESENT;
  }
}
