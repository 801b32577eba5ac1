package io.sluice.k6.draft;

import com.caoccao.javet.swc4j.ast.clazz.Swc4jAstComputedPropName;
import com.caoccao.javet.swc4j.ast.expr.Swc4jAstCallExpr;
import com.caoccao.javet.swc4j.ast.expr.Swc4jAstIdent;
import com.caoccao.javet.swc4j.ast.expr.Swc4jAstMemberExpr;
import com.caoccao.javet.swc4j.ast.expr.Swc4jAstOptChainExpr;
import com.caoccao.javet.swc4j.ast.expr.lit.Swc4jAstNumber;
import com.caoccao.javet.swc4j.ast.interfaces.ISwc4jAst;
import io.sluice.k6.syntax.Bound;
import io.sluice.k6.syntax.Declaration;
import io.sluice.k6.syntax.Values;
import java.util.IdentityHashMap;
import org.jspecify.annotations.Nullable;

/** Which answer an expression stands for, and what it takes out of one. */
final class Answers {
  private final Values values;
  private final IdentityHashMap<ISwc4jAst, DraftStep.Request> requests = new IdentityHashMap<>();
  private final IdentityHashMap<ISwc4jAst, DraftStep.Request> parameters = new IdentityHashMap<>();

  Answers(Values values) {
    this.values = values;
  }

  /**
   * A part of an answer's body.
   *
   * @param path a JSONPath
   */
  record Part(DraftStep.Request request, String path) {}

  /** A call sent a request. */
  void sent(ISwc4jAst call, DraftStep.Request request) {
    requests.put(call, request);
  }

  /** A function's first parameter is an answer. */
  void given(ISwc4jAst function, DraftStep.Request request) {
    parameters.put(function, request);
  }

  /** The request whose answer an expression is, or null. */
  DraftStep.@Nullable Request of(Bound expression) {
    Bound known = values.resolve(expression);
    if (known.node() instanceof Swc4jAstIdent name
        && known.tree().scopes().find(name)
            instanceof Declaration.Parameter(ISwc4jAst function, int index)
        && index == 0) {
      return parameters.get(function);
    }
    return requests.get(known.node());
  }

  /** The request whose answer has this field here, as in {@code response.status}; or null. */
  DraftStep.@Nullable Request ofField(Bound expression, String field) {
    return Values.plain(expression.node()) instanceof Swc4jAstMemberExpr member
            && field.equals(Values.key(member.getProp()))
        ? of(expression.with(member.getObj()))
        : null;
  }

  /** What an expression takes out of an answer's body as JSON, or null. */
  @Nullable Part part(Bound expression) {
    Bound known = values.resolve(expression);
    return switch (known.node()) {
      case Swc4jAstCallExpr call -> whole(known, call);
      case Swc4jAstOptChainExpr chain ->
          chain.getBase() instanceof Swc4jAstMemberExpr member ? part(known.with(member)) : null;
      case Swc4jAstMemberExpr member -> {
        Part of = part(known.with(member.getObj()));
        String step = of == null ? null : step(known, member.getProp());
        yield of == null || step == null ? null : new Part(of.request(), of.path() + step);
      }
      default -> null;
    };
  }

  private @Nullable String step(Bound at, ISwc4jAst property) {
    if (property instanceof Swc4jAstComputedPropName computed) {
      Bound index = values.resolve(at.with(computed.getExpr()));
      return index.node() instanceof Swc4jAstNumber number
          ? "[" + Math.round(number.getValue()) + "]"
          : field(values.text(index));
    }
    return field(Values.key(property));
  }

  private static @Nullable String field(@Nullable String name) {
    return name == null || !name.matches("[\\w-]+") ? null : "." + name;
  }

  /**
   * {@code response.json()}, {@code response.json('a.0.b')} or {@code JSON.parse(response.body)}.
   */
  private @Nullable Part whole(Bound at, Swc4jAstCallExpr call) {
    if (!(call.getCallee() instanceof Swc4jAstMemberExpr member)) {
      return null;
    }
    String name = Values.key(member.getProp());
    if ("parse".equals(name) && call.getArgs().size() == 1) {
      DraftStep.Request request = ofField(at.with(call.getArgs().getFirst().getExpr()), "body");
      return request == null ? null : new Part(request, "$");
    }
    DraftStep.Request request = "json".equals(name) ? of(at.with(member.getObj())) : null;
    if (request == null) {
      return null;
    }
    if (call.getArgs().isEmpty()) {
      return new Part(request, "$");
    }
    String path = values.text(at.with(call.getArgs().getFirst().getExpr()));
    return path == null || !path.matches("[\\w-]+(\\.[\\w-]+)*")
        ? null
        : new Part(request, "$." + path.replaceAll("\\.(\\d+)(?=\\.|$)", "[$1]"));
  }
}
