package io.sluice.k6.syntax;

import com.caoccao.javet.swc4j.ast.expr.Swc4jAstCallExpr;
import com.caoccao.javet.swc4j.ast.expr.Swc4jAstExprOrSpread;
import com.caoccao.javet.swc4j.ast.expr.Swc4jAstIdent;
import com.caoccao.javet.swc4j.ast.expr.Swc4jAstIdentName;
import com.caoccao.javet.swc4j.ast.expr.Swc4jAstMemberExpr;
import com.caoccao.javet.swc4j.ast.expr.lit.Swc4jAstStr;
import com.caoccao.javet.swc4j.ast.interfaces.ISwc4jAst;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Names the parts of k6 that a script uses, however it imported them: {@code k6.check}, {@code
 * k6/http.get}, {@code k6-utils.randomItem}.
 */
public final class Api {
  private static final Pattern LIBRARY =
      Pattern.compile("https://jslib\\.k6\\.io/([^/]+)/[^/]+/.*");

  private Api() {}

  /** What a call calls, or null if it is nothing of k6's. */
  public static @Nullable String called(SyntaxTree tree, Swc4jAstCallExpr call) {
    return of(tree, call.getCallee());
  }

  /** What an expression stands for, or null if it is nothing of k6's. */
  public static @Nullable String of(SyntaxTree tree, ISwc4jAst expression) {
    return switch (Values.plain(expression)) {
      case Swc4jAstIdent name -> declared(tree, tree.scopes().find(name));
      case Swc4jAstMemberExpr member -> {
        String whole = of(tree, member.getObj());
        yield whole != null && member.getProp() instanceof Swc4jAstIdentName name
            ? whole + "." + name.getSym()
            : null;
      }
      case Swc4jAstCallExpr call -> required(tree, call);
      default -> null;
    };
  }

  private static @Nullable String declared(SyntaxTree tree, @Nullable Declaration declaration) {
    return switch (declaration) {
      case Declaration.Import(String module, String name) -> {
        String known = module(module);
        boolean whole = name.equals("default") || name.equals("*");
        yield known == null || whole ? known : known + "." + name;
      }
      case Declaration.Variable(ISwc4jAst value, boolean fixed) ->
          value instanceof Swc4jAstCallExpr call && fixed ? required(tree, call) : null;
      case Declaration.Field(ISwc4jAst value, String field) -> {
        String whole = value == null ? null : of(tree, value);
        yield whole == null ? null : whole + "." + field;
      }
      case null, default -> null;
    };
  }

  private static @Nullable String required(SyntaxTree tree, Swc4jAstCallExpr call) {
    List<Swc4jAstExprOrSpread> arguments = call.getArgs();
    boolean require =
        call.getCallee() instanceof Swc4jAstIdent name
            && name.getSym().equals("require")
            && tree.scopes().find(name) == null
            && arguments.size() == 1;
    return require && arguments.getFirst().getExpr() instanceof Swc4jAstStr module
        ? module(module.getValue())
        : null;
  }

  private static @Nullable String module(String written) {
    Matcher library = LIBRARY.matcher(written);
    if (library.matches()) {
      return library.group(1);
    }
    return written.equals("k6") || written.startsWith("k6/") ? written : null;
  }
}
