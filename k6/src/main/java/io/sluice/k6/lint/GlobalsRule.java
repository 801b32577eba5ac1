package io.sluice.k6.lint;

import com.caoccao.javet.swc4j.ast.enums.Swc4jAstUnaryOp;
import com.caoccao.javet.swc4j.ast.expr.Swc4jAstBinExpr;
import com.caoccao.javet.swc4j.ast.expr.Swc4jAstCallExpr;
import com.caoccao.javet.swc4j.ast.expr.Swc4jAstCondExpr;
import com.caoccao.javet.swc4j.ast.expr.Swc4jAstIdent;
import com.caoccao.javet.swc4j.ast.expr.Swc4jAstUnaryExpr;
import com.caoccao.javet.swc4j.ast.expr.lit.Swc4jAstStr;
import com.caoccao.javet.swc4j.ast.interfaces.ISwc4jAst;
import com.caoccao.javet.swc4j.ast.module.Swc4jAstImportDecl;
import com.caoccao.javet.swc4j.ast.pat.Swc4jAstBindingIdent;
import com.caoccao.javet.swc4j.ast.stmt.Swc4jAstIfStmt;
import com.caoccao.javet.swc4j.ast.stmt.Swc4jAstLabeledStmt;
import io.sluice.k6.syntax.Bound;
import io.sluice.k6.syntax.SyntaxTree;
import java.util.Map;

/** Names and modules of Node.js and of browsers, which k6 does not have. */
final class GlobalsRule implements Rule {
  private static final String ENV = "read __ENV.NAME, which -e NAME=VALUE sets";
  private static final String HTTP = "use k6/http";
  private static final Map<String, String> MISSING =
      Map.ofEntries(
          Map.entry("process", ENV),
          Map.entry("window", ""),
          Map.entry("document", "parse answers with k6/html"),
          Map.entry("navigator", ""),
          Map.entry("localStorage", "keep what a user remembers in a variable"),
          Map.entry("sessionStorage", "keep what a user remembers in a variable"),
          Map.entry("fetch", HTTP),
          Map.entry("XMLHttpRequest", HTTP),
          Map.entry("axios", HTTP),
          Map.entry("Buffer", "use k6/encoding, or an ArrayBuffer"),
          Map.entry("atob", "use b64decode of k6/encoding"),
          Map.entry("btoa", "use b64encode of k6/encoding"),
          Map.entry("URL", "import it from https://jslib.k6.io/url/1.0.0/index.js"),
          Map.entry("URLSearchParams", "import it from https://jslib.k6.io/url/1.0.0/index.js"),
          Map.entry("performance", "use Date.now(), or the timings of an answer"),
          Map.entry("__dirname", "names of files in open() are relative to the script"),
          Map.entry("__filename", "names of files in open() are relative to the script"));

  @Override
  public void look(Subject script, Findings findings) {
    for (SyntaxTree tree : script.modules().all()) {
      for (Swc4jAstIdent name : tree.all(Swc4jAstIdent.class)) {
        String instead = MISSING.get(name.getSym());
        if (instead != null && isUse(name) && tree.scopes().find(name) == null) {
          findings.error(
              "missing-global",
              Bound.of(name, tree),
              "there is no '%s' in k6, so that this throws a ReferenceError"
                  .formatted(name.getSym()),
              instead);
        }
      }
      for (Swc4jAstImportDecl imported : tree.all(Swc4jAstImportDecl.class)) {
        module(imported.getSrc(), tree, findings);
      }
      for (Swc4jAstCallExpr call : tree.all(Swc4jAstCallExpr.class)) {
        boolean require =
            call.getCallee() instanceof Swc4jAstIdent name && name.getSym().equals("require");
        if (require
            && call.getArgs().size() == 1
            && call.getArgs().getFirst().getExpr() instanceof Swc4jAstStr module) {
          module(module, tree, findings);
        }
      }
    }
  }

  private static void module(Swc4jAstStr written, SyntaxTree tree, Findings findings) {
    String name = written.getValue();
    boolean known =
        name.equals("k6")
            || name.startsWith("k6/")
            || name.startsWith(".")
            || name.startsWith("/")
            || name.contains("://");
    if (!known) {
      findings.error(
          "missing-module",
          Bound.of(written, tree),
          "'%s' is no module of k6, and k6 looks for no packages".formatted(name),
          "bundle the package into the script, or import a file of it by its path");
    }
  }

  /** Not where it is only asked whether there is such a name, and no declaration or field. */
  private static boolean isUse(Swc4jAstIdent name) {
    ISwc4jAst parent = name.getParent();
    boolean type = parent.getClass().getPackageName().endsWith(".ast.ts");
    if (parent instanceof Swc4jAstBindingIdent || type || isTypeof(parent)) {
      return false;
    }
    for (ISwc4jAst at = name; at.getParent() != null; at = at.getParent()) {
      ISwc4jAst test =
          switch (at.getParent()) {
            case Swc4jAstIfStmt condition -> condition.getTest();
            case Swc4jAstCondExpr condition -> condition.getTest();
            case Swc4jAstBinExpr both -> both.getLeft();
            default -> null;
          };
      if (test != null && !SyntaxTree.same(test, at) && asksFor(test, name.getSym())) {
        return false;
      }
    }
    return !(parent instanceof Swc4jAstLabeledStmt);
  }

  private static boolean asksFor(ISwc4jAst test, String name) {
    return SyntaxTree.below(test, Swc4jAstUnaryExpr.class).stream()
        .anyMatch(
            unary ->
                isTypeof(unary)
                    && unary.getArg() instanceof Swc4jAstIdent asked
                    && asked.getSym().equals(name));
  }

  private static boolean isTypeof(ISwc4jAst node) {
    return node instanceof Swc4jAstUnaryExpr unary && unary.getOp() == Swc4jAstUnaryOp.TypeOf;
  }
}
