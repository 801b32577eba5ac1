package io.sluice.k6.draft;

import com.caoccao.javet.swc4j.ast.expr.Swc4jAstCallExpr;
import com.caoccao.javet.swc4j.ast.expr.Swc4jAstExprOrSpread;
import com.caoccao.javet.swc4j.ast.expr.Swc4jAstIdent;
import com.caoccao.javet.swc4j.ast.expr.Swc4jAstMemberExpr;
import com.caoccao.javet.swc4j.ast.expr.lit.Swc4jAstArrayLit;
import com.caoccao.javet.swc4j.ast.expr.lit.Swc4jAstBool;
import com.caoccao.javet.swc4j.ast.expr.lit.Swc4jAstNull;
import com.caoccao.javet.swc4j.ast.expr.lit.Swc4jAstNumber;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sluice.k6.syntax.Bound;
import io.sluice.k6.syntax.Fields;
import io.sluice.k6.syntax.Values;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Carries bodies of requests over. */
final class Bodies {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final Values values;
  private final Expressions expressions;
  private final Notes notes;

  Bodies(Values values, Expressions expressions, Notes notes) {
    this.values = values;
    this.expressions = expressions;
    this.notes = notes;
  }

  /** What a body argument sends. */
  DraftBody body(Bound argument, boolean json) {
    Bound known = values.resolve(argument);
    if (known.node() instanceof Swc4jAstNull
        || (known.node() instanceof Swc4jAstIdent name && name.getSym().equals("undefined"))) {
      return new DraftBody.None();
    }
    if (known.node() instanceof Swc4jAstCallExpr call && isStringify(call)) {
      DraftBody.Tree tree = tree(known.with(call.getArgs().getFirst().getExpr()));
      return tree == null ? lost(argument) : new DraftBody.Json(tree);
    }
    Fields form = values.fields(known);
    if (form != null) {
      return form(argument, form);
    }
    DraftValue text = expressions.of(known);
    if (text == null) {
      return lost(argument);
    }
    if (text instanceof DraftValue.Text(String written) && json) {
      try {
        return new DraftBody.Json(tree(MAPPER.readTree(written)));
      } catch (JsonProcessingException e) {
        notes.add(argument, "the body is said to be JSON, but is none; it is sent as it is");
      }
    }
    return new DraftBody.Raw(text);
  }

  private DraftBody lost(Bound argument) {
    notes.add(
        argument,
        "the body '%s' is not carried over; the request has none"
            .formatted(Notes.written(argument)));
    return new DraftBody.None();
  }

  /** k6 sorts the fields of a form. */
  private DraftBody form(Bound argument, Fields form) {
    Map<String, DraftValue> fields = new TreeMap<>();
    form.all()
        .forEach(
            (name, value) -> {
              DraftValue text = expressions.of(value);
              if (text == null || text instanceof DraftValue.Row) {
                leftOut(name, value);
              } else {
                fields.put(name, text);
              }
            });
    if (form.open()) {
      notes.add(argument, "the body may have more fields than were carried over");
    }
    return fields.isEmpty() ? new DraftBody.None() : new DraftBody.Form(fields);
  }

  private void leftOut(String name, Bound value) {
    notes.add(
        value,
        "the field '%s' of the body is left out: '%s' is not carried over"
            .formatted(name, Notes.written(value)));
  }

  private static boolean isStringify(Swc4jAstCallExpr call) {
    return call.getCallee() instanceof Swc4jAstMemberExpr member
        && member.getObj() instanceof Swc4jAstIdent whole
        && whole.getSym().equals("JSON")
        && "stringify".equals(Values.key(member.getProp()))
        && !call.getArgs().isEmpty();
  }

  private DraftBody.@Nullable Tree tree(Bound value) {
    Bound known = values.resolve(value);
    return switch (known.node()) {
      case Swc4jAstBool literal -> new DraftBody.Tree.Constant(String.valueOf(literal.isValue()));
      case Swc4jAstNull _ -> new DraftBody.Tree.Constant("null");
      case Swc4jAstNumber number -> number(number.getValue());
      case Swc4jAstArrayLit list -> elements(known, list);
      default -> {
        Fields fields = values.fields(known);
        yield fields == null ? scalar(value) : members(known, fields);
      }
    };
  }

  private static DraftBody.Tree number(double n) {
    boolean whole = n == Math.rint(n) && Math.abs(n) < 1e15;
    return new DraftBody.Tree.Constant(whole ? String.valueOf(Math.round(n)) : String.valueOf(n));
  }

  private DraftBody.Tree elements(Bound at, Swc4jAstArrayLit list) {
    List<DraftBody.Tree> elements = new ArrayList<>();
    for (Optional<Swc4jAstExprOrSpread> element : list.getElems()) {
      Bound value = element.isEmpty() ? at : at.with(element.get().getExpr());
      DraftBody.Tree tree =
          element.isEmpty() || element.get().getSpread().isPresent() ? null : tree(value);
      if (tree == null) {
        notes.add(
            value,
            "an element of the body is left out: '%s' is not carried over"
                .formatted(Notes.written(value)));
      } else {
        elements.add(tree);
      }
    }
    return new DraftBody.Tree.Elements(elements);
  }

  private DraftBody.Tree members(Bound at, Fields fields) {
    Map<String, DraftBody.Tree> members = new LinkedHashMap<>();
    fields
        .all()
        .forEach(
            (name, value) -> {
              DraftBody.Tree tree = tree(value);
              if (tree == null) {
                leftOut(name, value);
              } else {
                members.put(name, tree);
              }
            });
    if (fields.open()) {
      notes.add(at, "the body may have more fields than were carried over");
    }
    return new DraftBody.Tree.Members(members);
  }

  private DraftBody.@Nullable Tree scalar(Bound value) {
    DraftValue known = expressions.of(value);
    if (known instanceof DraftValue.Row(String variable, List<String> columns)) {
      Map<String, DraftBody.Tree> members = new LinkedHashMap<>();
      for (String column : columns) {
        members.put(column, new DraftBody.Tree.Scalar(new DraftValue.Column(variable, column)));
      }
      return new DraftBody.Tree.Members(members);
    }
    return known == null ? null : new DraftBody.Tree.Scalar(known);
  }

  private static DraftBody.Tree tree(JsonNode node) {
    if (node.isObject()) {
      Map<String, DraftBody.Tree> members = new LinkedHashMap<>();
      node.properties().forEach(field -> members.put(field.getKey(), tree(field.getValue())));
      return new DraftBody.Tree.Members(members);
    }
    if (node.isArray()) {
      List<DraftBody.Tree> elements = new ArrayList<>();
      node.forEach(element -> elements.add(tree(element)));
      return new DraftBody.Tree.Elements(elements);
    }
    return node.isTextual()
        ? new DraftBody.Tree.Scalar(new DraftValue.Text(node.asText()))
        : new DraftBody.Tree.Constant(node.toString());
  }
}
