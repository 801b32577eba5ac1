package io.sluice.k6.draft;

import com.caoccao.javet.swc4j.ast.clazz.Swc4jAstFunction;
import com.caoccao.javet.swc4j.ast.clazz.Swc4jAstKeyValueProp;
import com.caoccao.javet.swc4j.ast.expr.Swc4jAstArrowExpr;
import com.caoccao.javet.swc4j.ast.expr.Swc4jAstCallExpr;
import com.caoccao.javet.swc4j.ast.expr.Swc4jAstMemberExpr;
import com.caoccao.javet.swc4j.ast.interfaces.ISwc4jAst;
import io.sluice.k6.syntax.Bound;
import io.sluice.k6.syntax.Values;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Has values that are drawn once and used later put into variables. */
final class Randomness {
  private final Expressions expressions;
  private final Surroundings names;
  private final Set<String> variables = new HashSet<>();

  Randomness(Expressions expressions, Surroundings names) {
    this.expressions = expressions;
    this.names = names;
  }

  /** A name for a variable that gets its value from an answer. */
  String name(String wanted) {
    String name = names.variable(wanted);
    variables.add(name);
    return name;
  }

  /** Whether a name is that of a variable. */
  boolean isVariable(String name) {
    return variables.contains(name);
  }

  /** Draws what is random in the value of a variable, once. */
  void settle(Bound value, String variable, List<DraftStep> list) {
    Map<String, DraftValue> drawn = new LinkedHashMap<>();
    draw(value, variable, false, drawn);
    if (!drawn.isEmpty()) {
      list.add(new DraftStep.Set(drawn));
    }
  }

  /** Draws the rows of tables in a value that is used at once. */
  void rows(Bound value, List<DraftStep> list) {
    Map<String, DraftValue> drawn = new LinkedHashMap<>();
    draw(value, "", true, drawn);
    if (!drawn.isEmpty()) {
      list.add(new DraftStep.Set(drawn));
    }
  }

  private void draw(Bound at, String wanted, boolean rowsOnly, Map<String, DraftValue> drawn) {
    ISwc4jAst node = at.node();
    if (node instanceof Swc4jAstArrowExpr || node instanceof Swc4jAstFunction) {
      return;
    }
    boolean may = node instanceof Swc4jAstCallExpr || node instanceof Swc4jAstMemberExpr;
    if (may && RandomCalls.isRandom(at)) {
      DraftValue value = expressions.again(at);
      List<String> columns =
          value instanceof DraftValue.Pick(String data) ? names.columns(data) : List.of();
      boolean random =
          value instanceof DraftValue.Pick
              || value instanceof DraftValue.Random
              || value instanceof DraftValue.Uuid;
      if (random && value != null && (!rowsOnly || !columns.isEmpty())) {
        String row =
            value instanceof DraftValue.Pick(String data) ? data.replaceFirst("s$", "") : "value";
        String name = name(wanted.isEmpty() ? row : wanted);
        drawn.put(name, value);
        expressions.keep(
            node,
            columns.isEmpty() ? new DraftValue.Name(name) : new DraftValue.Row(name, columns));
        return;
      }
      if (random) {
        return;
      }
    }
    String below =
        node instanceof Swc4jAstKeyValueProp pair && !wanted.isEmpty()
            ? wanted + "_" + Values.key(pair.getKey())
            : wanted;
    node.getChildNodes().forEach(child -> draw(at.with(child), below, rowsOnly, drawn));
  }
}
