package io.sluice.k6.syntax;

import com.caoccao.javet.swc4j.ast.expr.Swc4jAstCallExpr;
import com.caoccao.javet.swc4j.ast.expr.Swc4jAstIdent;
import com.caoccao.javet.swc4j.ast.interfaces.ISwc4jAst;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who calls the script's own functions, and so what their parameters may be. */
public final class Callers {
  private static final int DEEPEST = 4;

  private final Values values;
  private final IdentityHashMap<ISwc4jAst, List<Bound>> calls = new IdentityHashMap<>();

  /** The calls in a script and its modules. */
  public Callers(Modules modules, Values values) {
    this.values = values;
    for (SyntaxTree tree : modules.all()) {
      for (Swc4jAstCallExpr call : tree.all(Swc4jAstCallExpr.class)) {
        Bound at = Bound.of(call, tree);
        ISwc4jAst function = values.function(at.with(call.getCallee()));
        if (function != null) {
          calls.computeIfAbsent(function, key -> new ArrayList<>()).add(at);
        }
      }
    }
  }

  /**
   * What an expression may stand for: where it is a parameter of the script's own function, the
   * arguments of that function's calls.
   */
  public List<Bound> origins(Bound value) {
    List<Bound> found = new ArrayList<>();
    collect(value, found, 0);
    return found;
  }

  private void collect(Bound value, List<Bound> found, int depth) {
    Bound known = values.resolve(value);
    List<Bound> callers =
        known.node() instanceof Swc4jAstIdent name
                && known.tree().scopes().find(name)
                    instanceof Declaration.Parameter(ISwc4jAst function, int index)
                && depth < DEEPEST
            ? arguments(function, index)
            : null;
    if (callers == null || callers.isEmpty()) {
      found.add(known);
    } else {
      callers.forEach(argument -> collect(argument, found, depth + 1));
    }
  }

  private @Nullable List<Bound> arguments(ISwc4jAst function, int index) {
    List<Bound> arguments = new ArrayList<>();
    for (Bound at : calls.getOrDefault(function, List.of())) {
      Swc4jAstCallExpr call = (Swc4jAstCallExpr) at.node();
      if (index >= call.getArgs().size()) {
        return null;
      }
      arguments.add(at.with(call.getArgs().get(index).getExpr()));
    }
    return arguments;
  }
}
