package io.sluice.k6.draft;

import com.caoccao.javet.swc4j.ast.clazz.Swc4jAstComputedPropName;
import com.caoccao.javet.swc4j.ast.enums.Swc4jAstBinaryOp;
import com.caoccao.javet.swc4j.ast.expr.Swc4jAstBinExpr;
import com.caoccao.javet.swc4j.ast.expr.Swc4jAstCallExpr;
import com.caoccao.javet.swc4j.ast.expr.Swc4jAstCondExpr;
import com.caoccao.javet.swc4j.ast.expr.Swc4jAstIdent;
import com.caoccao.javet.swc4j.ast.expr.Swc4jAstMemberExpr;
import com.caoccao.javet.swc4j.ast.expr.Swc4jAstTpl;
import com.caoccao.javet.swc4j.ast.expr.lit.Swc4jAstBool;
import com.caoccao.javet.swc4j.ast.expr.lit.Swc4jAstNumber;
import com.caoccao.javet.swc4j.ast.expr.lit.Swc4jAstStr;
import com.caoccao.javet.swc4j.ast.interfaces.ISwc4jAst;
import io.sluice.k6.syntax.Api;
import io.sluice.k6.syntax.Bound;
import io.sluice.k6.syntax.Declaration;
import io.sluice.k6.syntax.Fields;
import io.sluice.k6.syntax.SyntaxTree;
import io.sluice.k6.syntax.Values;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Carries expressions over to values; null for what cannot be. */
final class Expressions {
  private static final Set<String> CONVERSIONS =
      Set.of("Number", "String", "parseInt", "parseFloat", "encodeURIComponent", "encodeURI");
  private static final int DEEPEST = 40;

  private final Values values;
  private final Answers answers;
  private final Surroundings names;
  private final IdentityHashMap<ISwc4jAst, DraftValue> kept = new IdentityHashMap<>();
  private final IdentityHashMap<Declaration, DraftValue> variables = new IdentityHashMap<>();
  private final IdentityHashMap<Declaration, Bound> aliases = new IdentityHashMap<>();
  private int depth;

  Expressions(Values values, Answers answers, Surroundings names) {
    this.values = values;
    this.answers = answers;
    this.names = names;
  }

  /** From now on an expression stands for what a variable holds. */
  void keep(ISwc4jAst expression, DraftValue value) {
    kept.put(expression, value);
  }

  /** The value of an expression that is evaluated again. */
  @Nullable DraftValue again(Bound expression) {
    kept.remove(expression.node());
    return of(expression);
  }

  /** From now on a variable of the script, which is assigned to, stands for this. */
  void assign(Declaration variable, DraftValue value) {
    variables.put(variable, value);
  }

  /** From now on a variable of the script, which is assigned to, is another expression. */
  void alias(Declaration variable, Bound value) {
    aliases.put(variable, value);
  }

  /** The value of an expression, or null. */
  @Nullable DraftValue of(Bound expression) {
    if (depth >= DEEPEST) {
      return null;
    }
    depth++;
    try {
      return value(expression.with(Values.plain(expression.node())));
    } finally {
      depth--;
    }
  }

  private @Nullable DraftValue value(Bound at) {
    DraftValue known = kept.get(at.node());
    if (known != null) {
      return known;
    }
    if (at.node() instanceof Swc4jAstIdent name) {
      Declaration declaration = at.tree().scopes().find(name);
      DraftValue assigned = declaration == null ? null : variables.get(declaration);
      if (assigned != null) {
        return assigned;
      }
      if (declaration == null && name.getSym().equals("__VU")) {
        return new DraftValue.UserNumber();
      }
      if (declaration == null && name.getSym().equals("__ITER")) {
        return new DraftValue.Arithmetic('-', new DraftValue.Iteration(), new DraftValue.Whole(1));
      }
    }
    Bound resolved = values.resolve(at);
    if (!SyntaxTree.same(resolved.node(), at.node())) {
      return of(resolved);
    }
    return switch (at.node()) {
      case Swc4jAstStr text -> new DraftValue.Text(text.getValue());
      case Swc4jAstBool literal -> new DraftValue.Text(String.valueOf(literal.isValue()));
      case Swc4jAstNumber number -> number(number);
      case Swc4jAstTpl template -> template(at, template);
      case Swc4jAstBinExpr binary -> binary(at, binary);
      case Swc4jAstCondExpr condition -> condition(at, condition);
      case Swc4jAstMemberExpr member -> member(at, member);
      case Swc4jAstCallExpr call -> call(at, call);
      default -> null;
    };
  }

  private static DraftValue number(Swc4jAstNumber number) {
    double value = number.getValue();
    return value == Math.rint(value)
        ? new DraftValue.Whole(Math.round(value))
        : new DraftValue.Text(number.getRaw().orElse(String.valueOf(value)));
  }

  private @Nullable DraftValue template(Bound at, Swc4jAstTpl template) {
    List<DraftValue> parts = new ArrayList<>();
    for (int i = 0; i < template.getQuasis().size(); i++) {
      String text = template.getQuasis().get(i).getCooked().orElse("");
      if (!text.isEmpty()) {
        parts.add(new DraftValue.Text(text));
      }
      if (i < template.getExprs().size()) {
        DraftValue hole = of(at.with(template.getExprs().get(i)));
        if (hole == null) {
          return null;
        }
        parts.add(hole);
      }
    }
    return DraftWords.of(parts);
  }

  private @Nullable DraftValue binary(Bound at, Swc4jAstBinExpr binary) {
    if (binary.getOp() == Swc4jAstBinaryOp.LogicalOr
        || binary.getOp() == Swc4jAstBinaryOp.NullishCoalescing) {
      return otherwise(at, binary.getLeft(), binary.getRight());
    }
    char operator =
        switch (binary.getOp()) {
          case Add -> '+';
          case Sub -> '-';
          case Mul -> '*';
          default -> ' ';
        };
    DraftValue left = operator == ' ' ? null : of(at.with(binary.getLeft()));
    DraftValue right = operator == ' ' ? null : of(at.with(binary.getRight()));
    if (left == null || right == null) {
      return null;
    }
    boolean texts =
        operator == '+'
            && (left instanceof DraftValue.Text
                || right instanceof DraftValue.Text
                || left instanceof DraftValue.Words
                || right instanceof DraftValue.Words);
    return texts
        ? DraftWords.of(List.of(left, right))
        : new DraftValue.Arithmetic(operator, left, right);
  }

  /** {@code __ENV.X || 'a'}: a default; {@code token || ''}: what is there. */
  private @Nullable DraftValue otherwise(Bound at, ISwc4jAst left, ISwc4jAst right) {
    String name = environment(Values.plain(left));
    if (name != null) {
      return names.environment(name, of(at.with(right)));
    }
    DraftValue first = of(at.with(left));
    return first == null || first.equals(new DraftValue.Text("")) ? of(at.with(right)) : first;
  }

  private @Nullable DraftValue condition(Bound at, Swc4jAstCondExpr condition) {
    Boolean truth = values.truth(at.with(condition.getTest()));
    if (truth != null) {
      return of(at.with(truth ? condition.getCons() : condition.getAlt()));
    }
    return environment(Values.plain(condition.getTest())) == null
        ? null
        : otherwise(at, condition.getCons(), condition.getAlt());
  }

  /** The X of {@code __ENV.X}, or null. */
  static @Nullable String environment(ISwc4jAst node) {
    return node instanceof Swc4jAstMemberExpr member
            && member.getObj() instanceof Swc4jAstIdent whole
            && whole.getSym().equals("__ENV")
        ? Values.key(
            member.getProp() instanceof Swc4jAstComputedPropName computed
                ? computed.getExpr()
                : member.getProp())
        : null;
  }

  private @Nullable DraftValue member(Bound at, Swc4jAstMemberExpr member) {
    String name = environment(member);
    if (name != null) {
      return names.environment(name, null);
    }
    if (member.getProp() instanceof Swc4jAstComputedPropName index
        && RandomCalls.isRandom(at.with(index))) {
      return pick(at, member.getObj());
    }
    Answers.Part part = answers.part(at);
    if (part != null) {
      return extract(at, part);
    }
    String column = Values.key(member.getProp());
    DraftValue aliased = column == null ? null : aliased(at.with(member.getObj()), column);
    if (aliased != null) {
      return aliased;
    }
    return of(at.with(member.getObj())) instanceof DraftValue.Row(String row, List<String> columns)
            && column != null
            && columns.contains(column)
        ? new DraftValue.Column(row, column)
        : null;
  }

  /** A field of what is assigned to a variable: with {@code a = a || b}, a field of b. */
  private @Nullable DraftValue aliased(Bound object, String field) {
    Declaration declaration =
        object.node() instanceof Swc4jAstIdent name ? object.tree().scopes().find(name) : null;
    Bound alias = declaration == null ? null : aliases.get(declaration);
    if (alias == null) {
      return null;
    }
    Bound whole =
        Values.plain(alias.node()) instanceof Swc4jAstBinExpr either
                && either.getOp() == Swc4jAstBinaryOp.LogicalOr
            ? alias.with(either.getRight())
            : alias;
    Fields fields = values.fields(whole);
    Bound value = fields == null ? null : fields.get(field);
    return value == null ? null : of(value);
  }

  private @Nullable DraftValue call(Bound at, Swc4jAstCallExpr call) {
    String api = Api.called(at.tree(), call);
    List<Bound> arguments =
        call.getArgs().stream().map(argument -> at.with(argument.getExpr())).toList();
    if (api != null) {
      return switch (api) {
        case "k6-utils.randomItem" ->
            arguments.isEmpty() ? null : pick(at, arguments.getFirst().node());
        case "k6-utils.randomIntBetween" ->
            arguments.size() < 2 ? null : random(of(arguments.get(0)), of(arguments.get(1)));
        case "k6-utils.uuidv4" -> new DraftValue.Uuid();
        default -> part(at);
      };
    }
    if (call.getCallee() instanceof Swc4jAstIdent function
        && CONVERSIONS.contains(function.getSym())
        && !arguments.isEmpty()) {
      return of(arguments.getFirst());
    }
    Long below = below(at, call);
    return below == null
        ? part(at)
        : random(new DraftValue.Whole(0), new DraftValue.Whole(below - 1));
  }

  private @Nullable DraftValue part(Bound at) {
    Answers.Part part = answers.part(at);
    return part == null ? null : extract(at, part);
  }

  /** The N of {@code Math.floor(Math.random() * N)}, or null. */
  private @Nullable Long below(Bound at, Swc4jAstCallExpr call) {
    Bound factor = RandomCalls.factor(at, call);
    return factor != null && of(factor) instanceof DraftValue.Whole(long below) ? below : null;
  }

  private static @Nullable DraftValue random(@Nullable DraftValue from, @Nullable DraftValue to) {
    return from == null || to == null ? null : new DraftValue.Random(from, to);
  }

  private @Nullable DraftValue pick(Bound at, ISwc4jAst array) {
    String wanted = array instanceof Swc4jAstIdent name ? name.getSym() : "data";
    return names.data(wanted, at.with(array)).<DraftValue>map(DraftValue.Pick::new).orElse(null);
  }

  /** Has a request's answer put into a variable. */
  DraftValue extract(Bound at, Answers.Part part) {
    for (Map.Entry<String, String> known : part.request().extracts().entrySet()) {
      if (known.getValue().equals(part.path())) {
        return new DraftValue.Name(known.getKey());
      }
    }
    String last = part.path().replaceFirst("^.*[.\\[]", "").replace("]", "");
    return extract(part, names.variable(last.matches("\\$|\\d*") ? "found" : last));
  }

  DraftValue extract(Answers.Part part, String variable) {
    part.request().extracts().put(variable, part.path());
    return new DraftValue.Name(variable);
  }
}
