package io.sluice.k6.syntax;

import com.caoccao.javet.swc4j.ast.clazz.Swc4jAstComputedPropName;
import com.caoccao.javet.swc4j.ast.clazz.Swc4jAstKeyValueProp;
import com.caoccao.javet.swc4j.ast.clazz.Swc4jAstMethodProp;
import com.caoccao.javet.swc4j.ast.enums.Swc4jAstBinaryOp;
import com.caoccao.javet.swc4j.ast.expr.Swc4jAstAssignExpr;
import com.caoccao.javet.swc4j.ast.expr.Swc4jAstBinExpr;
import com.caoccao.javet.swc4j.ast.expr.Swc4jAstCallExpr;
import com.caoccao.javet.swc4j.ast.expr.Swc4jAstExprOrSpread;
import com.caoccao.javet.swc4j.ast.expr.Swc4jAstIdent;
import com.caoccao.javet.swc4j.ast.expr.Swc4jAstIdentName;
import com.caoccao.javet.swc4j.ast.expr.Swc4jAstMemberExpr;
import com.caoccao.javet.swc4j.ast.expr.Swc4jAstParenExpr;
import com.caoccao.javet.swc4j.ast.expr.Swc4jAstSpreadElement;
import com.caoccao.javet.swc4j.ast.expr.Swc4jAstTpl;
import com.caoccao.javet.swc4j.ast.expr.Swc4jAstTsAsExpr;
import com.caoccao.javet.swc4j.ast.expr.Swc4jAstTsConstAssertion;
import com.caoccao.javet.swc4j.ast.expr.Swc4jAstTsNonNullExpr;
import com.caoccao.javet.swc4j.ast.expr.Swc4jAstTsSatisfiesExpr;
import com.caoccao.javet.swc4j.ast.expr.lit.Swc4jAstBool;
import com.caoccao.javet.swc4j.ast.expr.lit.Swc4jAstNull;
import com.caoccao.javet.swc4j.ast.expr.lit.Swc4jAstNumber;
import com.caoccao.javet.swc4j.ast.expr.lit.Swc4jAstObjectLit;
import com.caoccao.javet.swc4j.ast.expr.lit.Swc4jAstStr;
import com.caoccao.javet.swc4j.ast.interfaces.ISwc4jAst;
import com.caoccao.javet.swc4j.ast.module.Swc4jAstExportDefaultDecl;
import com.caoccao.javet.swc4j.ast.module.Swc4jAstExportDefaultExpr;
import com.caoccao.javet.swc4j.ast.stmt.Swc4jAstIfStmt;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What expressions come to, as far as that can be known without running them. */
public final class Values {
  private static final int DEEPEST = 24;

  private final Modules modules;
  private int depth;

  /** Values in a script and its modules. */
  public Values(Modules modules) {
    this.modules = modules;
  }

  /** The expression without parentheses and types. */
  public static ISwc4jAst plain(ISwc4jAst expression) {
    return switch (expression) {
      case Swc4jAstParenExpr inner -> plain(inner.getExpr());
      case Swc4jAstTsAsExpr inner -> plain(inner.getExpr());
      case Swc4jAstTsNonNullExpr inner -> plain(inner.getExpr());
      case Swc4jAstTsSatisfiesExpr inner -> plain(inner.getExpr());
      case Swc4jAstTsConstAssertion inner -> plain(inner.getExpr());
      default -> expression;
    };
  }

  /** What names and calls of the script's own simple functions stand for; else the same. */
  public Bound resolve(Bound value) {
    Bound at = value.with(plain(value.node()));
    for (int i = 0; i < DEEPEST; i++) {
      Bound next =
          switch (at.node()) {
            case Swc4jAstIdent name -> named(at, name);
            case Swc4jAstCallExpr call -> called(at, call);
            case Swc4jAstMemberExpr member -> field(at, member);
            default -> null;
          };
      if (next == null) {
        return at;
      }
      at = next.with(plain(next.node()));
    }
    return at;
  }

  private @Nullable Bound named(Bound at, Swc4jAstIdent name) {
    return declared(at, at.tree().scopes().find(name));
  }

  private @Nullable Bound declared(Bound at, @Nullable Declaration declaration) {
    return switch (declaration) {
      case Declaration.Variable(ISwc4jAst value, boolean fixed) ->
          value == null || !fixed ? null : at.with(value);
      case Declaration.Parameter(ISwc4jAst function, int index) -> at.argument(function, index);
      case Declaration.Code(ISwc4jAst function) -> at.with(function);
      case Declaration.Import(String module, String name) -> {
        SyntaxTree tree = modules.imported(at.tree(), module);
        yield tree == null ? null : exported(tree, name);
      }
      case Declaration.Field(ISwc4jAst value, String field) ->
          value == null ? null : fieldOf(at.with(value), field);
      case Declaration.Other() -> null;
      case null -> null;
    };
  }

  /** What a module exports under a name, or null. */
  public @Nullable Bound exported(SyntaxTree tree, String name) {
    if (!name.equals("default")) {
      return declared(Bound.of(tree.root(), tree), tree.scopes().top(name));
    }
    for (Swc4jAstExportDefaultExpr export : tree.all(Swc4jAstExportDefaultExpr.class)) {
      return resolve(Bound.of(export.getExpr(), tree));
    }
    for (Swc4jAstExportDefaultDecl export : tree.all(Swc4jAstExportDefaultDecl.class)) {
      return Bound.of(export.getDecl(), tree);
    }
    return null;
  }

  private @Nullable Bound called(Bound at, Swc4jAstCallExpr call) {
    ISwc4jAst function = function(at.with(call.getCallee()));
    ISwc4jAst result = function == null ? null : Functions.result(function);
    return function == null || result == null ? null : into(at, call, function).with(result);
  }

  /** The script's own function that an expression stands for, or null. */
  public @Nullable ISwc4jAst function(Bound callee) {
    return callee.node() instanceof Swc4jAstCallExpr ? null : Functions.of(resolve(callee).node());
  }

  /** A place inside of a function that is called; the node is the function. */
  public Bound into(Bound at, Swc4jAstCallExpr call, ISwc4jAst function) {
    List<Bound> arguments = new ArrayList<>();
    for (Swc4jAstExprOrSpread argument : call.getArgs()) {
      arguments.add(at.with(argument.getExpr()));
    }
    SyntaxTree tree = resolve(at.with(call.getCallee())).tree();
    return new Bound(function, tree, new Bound.Frame(function, arguments, at.frame()));
  }

  private @Nullable Bound field(Bound at, Swc4jAstMemberExpr member) {
    return member.getProp() instanceof Swc4jAstIdentName name
        ? fieldOf(at.with(member.getObj()), name.getSym())
        : null;
  }

  private @Nullable Bound fieldOf(Bound value, String field) {
    Fields fields = fields(value);
    return fields == null ? null : fields.get(field);
  }

  /** The fields of an object that is written down, or null if it is none. */
  public @Nullable Fields fields(Bound value) {
    if (depth >= DEEPEST) {
      return null; // a value that is made of itself
    }
    depth++;
    try {
      return fieldsOf(resolve(value));
    } finally {
      depth--;
    }
  }

  private @Nullable Fields fieldsOf(Bound whole) {
    if (isAssign(whole.node())) {
      Fields all = new Fields();
      ((Swc4jAstCallExpr) whole.node())
          .getArgs()
          .forEach(part -> addAll(all, whole.with(part.getExpr())));
      return all;
    }
    if (!(whole.node() instanceof Swc4jAstObjectLit object)) {
      return null;
    }
    Fields fields = new Fields();
    for (ISwc4jAst part : object.getProps()) {
      switch (part) {
        case Swc4jAstKeyValueProp pair -> put(fields, pair.getKey(), whole.with(pair.getValue()));
        case Swc4jAstMethodProp pair -> put(fields, pair.getKey(), whole.with(pair.getFunction()));
        case Swc4jAstIdent pair -> fields.put(pair.getSym(), whole.with(pair));
        case Swc4jAstSpreadElement spread -> addAll(fields, whole.with(spread.getExpr()));
        default -> fields.leaveOpen();
      }
    }
    assigned(whole, fields);
    return fields;
  }

  private static boolean isAssign(ISwc4jAst node) {
    return node instanceof Swc4jAstCallExpr call
        && call.getCallee() instanceof Swc4jAstMemberExpr member
        && member.getObj() instanceof Swc4jAstIdent object
        && object.getSym().equals("Object")
        && member.getProp() instanceof Swc4jAstIdentName name
        && name.getSym().equals("assign");
  }

  private void addAll(Fields fields, Bound value) {
    Fields others = fields(value);
    if (others == null) {
      fields.leaveOpen();
    } else {
      fields.putAll(others);
    }
  }

  private static void put(Fields fields, ISwc4jAst key, Bound value) {
    String name = key(key);
    if (name == null) {
      fields.leaveOpen();
    } else {
      fields.put(name, value);
    }
  }

  /** A field's name, or null if it is computed. */
  public static @Nullable String key(ISwc4jAst key) {
    return switch (key) {
      case Swc4jAstIdentName name -> name.getSym();
      case Swc4jAstStr name -> name.getValue();
      case Swc4jAstNumber name -> name.getRaw().orElse(String.valueOf(name.getValue()));
      default -> null;
    };
  }

  /** Adds what is assigned to the object's fields later on: {@code headers.Accept = …}. */
  private void assigned(Bound object, Fields fields) {
    for (Swc4jAstAssignExpr assignment : object.tree().all(Swc4jAstAssignExpr.class)) {
      boolean mine =
          assignment.getLeft() instanceof Swc4jAstMemberExpr member
              && member.getObj() instanceof Swc4jAstIdent name
              && object.tree().scopes().find(name)
                  instanceof Declaration.Variable(ISwc4jAst value, boolean fixed)
              && value != null
              && SyntaxTree.same(plain(value), object.node());
      if (mine && !excluded(object.with(assignment))) {
        Swc4jAstMemberExpr member = (Swc4jAstMemberExpr) assignment.getLeft();
        ISwc4jAst property =
            member.getProp() instanceof Swc4jAstComputedPropName c ? c.getExpr() : member.getProp();
        put(fields, property, object.with(assignment.getRight()));
      }
    }
  }

  /** Whether a statement stands under a condition that is known not to hold. */
  private boolean excluded(Bound at) {
    for (ISwc4jAst node = at.node(); node.getParent() != null; node = node.getParent()) {
      if (node.getParent() instanceof Swc4jAstIfStmt condition
          && SyntaxTree.same(condition.getCons(), node)
          && Boolean.FALSE.equals(truth(at.with(condition.getTest())))) {
        return true;
      }
    }
    return false;
  }

  /** Whether a value is one that counts as true; null where that is not known. */
  public @Nullable Boolean truth(Bound value) {
    Bound known = resolve(value);
    return switch (known.node()) {
      case Swc4jAstBool literal -> literal.isValue();
      case Swc4jAstNumber literal -> literal.getValue() != 0;
      case Swc4jAstNull _ -> false;
      case Swc4jAstIdent name -> name.getSym().equals("undefined") ? false : null;
      default -> {
        String text = text(known);
        yield text == null ? null : !text.isEmpty();
      }
    };
  }

  /** A text that is known, or null. */
  public @Nullable String text(Bound value) {
    if (depth >= DEEPEST) {
      return null; // a value that is made of itself
    }
    depth++;
    try {
      return textOf(resolve(value));
    } finally {
      depth--;
    }
  }

  private @Nullable String textOf(Bound known) {
    return switch (known.node()) {
      case Swc4jAstStr literal -> literal.getValue();
      case Swc4jAstTpl template ->
          template.getExprs().isEmpty()
              ? template.getQuasis().getFirst().getCooked().orElse(null)
              : null;
      case Swc4jAstBinExpr sum when sum.getOp() == Swc4jAstBinaryOp.Add -> {
        String left = text(known.with(sum.getLeft()));
        String right = text(known.with(sum.getRight()));
        yield left == null || right == null ? null : left + right;
      }
      default -> null;
    };
  }

  /** A number that is known, or null. */
  public @Nullable Double number(Bound value) {
    return resolve(value).node() instanceof Swc4jAstNumber literal ? literal.getValue() : null;
  }
}
