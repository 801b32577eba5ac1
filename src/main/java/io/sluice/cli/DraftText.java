package io.sluice.cli;

import io.sluice.k6.draft.DraftBody;
import io.sluice.k6.draft.DraftValue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Values of a draft as texts with holes and as expressions. */
final class DraftText {
  private DraftText() {}

  /** A text with holes: {@code Bearer ${token}}. */
  static String words(DraftValue value) {
    return switch (value) {
      case DraftValue.Text(String text) -> escaped(text);
      case DraftValue.Whole(long number) -> String.valueOf(number);
      case DraftValue.Words(List<DraftValue> parts) ->
          String.join("", parts.stream().map(DraftText::words).toList());
      case DraftValue.Name _,
          DraftValue.Column _,
          DraftValue.Row _,
          DraftValue.Random _,
          DraftValue.Pick _,
          DraftValue.Arithmetic _,
          DraftValue.UserNumber _,
          DraftValue.Iteration _,
          DraftValue.Uuid _ ->
          "${" + expression(value) + "}";
    };
  }

  /** A text in which nothing is a hole. */
  static String escaped(String text) {
    return text.replace("${", "$${");
  }

  /** An expression: {@code random(1, 5)}. */
  static String expression(DraftValue value) {
    return switch (value) {
      case DraftValue.Text(String text) -> "'" + text.replace("'", "''") + "'";
      case DraftValue.Whole(long number) -> String.valueOf(number);
      case DraftValue.Name(String name) -> name;
      case DraftValue.Column(String variable, String column) -> variable + "." + column;
      case DraftValue.Row(String variable, List<String> _) -> variable;
      case DraftValue.Random(DraftValue from, DraftValue to) ->
          "random(" + expression(from) + ", " + expression(to) + ")";
      case DraftValue.Pick(String data) -> "pick(" + data + ")";
      case DraftValue.Arithmetic(char operator, DraftValue left, DraftValue right) ->
          operand(left) + " " + operator + " " + operand(right);
      case DraftValue.UserNumber() -> "user_number";
      case DraftValue.Iteration() -> "iteration";
      case DraftValue.Uuid() -> "uuid()";
      case DraftValue.Words(List<DraftValue> _) -> "'" + words(value).replace("'", "''") + "'";
    };
  }

  private static String operand(DraftValue value) {
    String text = expression(value);
    return value instanceof DraftValue.Arithmetic ? "(" + text + ")" : text;
  }

  /** A JSON value as maps, lists and scalars. */
  static @Nullable Object tree(DraftBody.Tree tree) {
    return switch (tree) {
      case DraftBody.Tree.Members(Map<String, DraftBody.Tree> members) -> {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        members.forEach((name, value) -> map.put(name, tree(value)));
        yield map;
      }
      case DraftBody.Tree.Elements(List<DraftBody.Tree> elements) -> {
        List<@Nullable Object> list = new ArrayList<>();
        elements.forEach(element -> list.add(tree(element)));
        yield list;
      }
      case DraftBody.Tree.Constant(String json) ->
          switch (json) {
            case "null" -> null;
            case "true" -> true;
            case "false" -> false;
            default -> new BigDecimal(json);
          };
      case DraftBody.Tree.Scalar(DraftValue value) -> words(value);
    };
  }
}
