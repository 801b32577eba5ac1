package io.sluice.k6.lint;

import com.caoccao.javet.swc4j.ast.interfaces.ISwc4jAst;
import com.caoccao.javet.swc4j.ast.stmt.Swc4jAstFnDecl;
import java.util.List;
import java.util.Set;

/** What is meant to fail the run, but only writes a line into its log. */
final class ExitCodeRule implements Rule {
  private static final Set<String> ONCE = Set.of("setup", "teardown", "handleSummary");

  @Override
  public void look(Subject script, Findings findings) {
    List<Subject.Call> checks = script.calls("k6.check");
    if (!checks.isEmpty() && !script.isLimited("checks") && !script.isLimited("http_req_failed")) {
      findings.warning(
          "checks-without-threshold",
          checks.getFirst().at(),
          "checks never change the exit code, and no threshold looks at them",
          "add a threshold such as checks: ['rate>0.99']");
    }
    for (Subject.Call fail : script.calls("k6.fail")) {
      if (!inOnce(fail.at().node())) {
        findings.warning(
            "fail-ends-iteration-only",
            fail.at(),
            "fail() ends this iteration and is logged, but the run goes on and exits with 0",
            "call test.abort() or test.fail() of k6/execution, or count it in a metric that has a"
                + " threshold");
      }
    }
  }

  /** Whether a node stands in {@code setup} or such, where an exception does end the run. */
  private static boolean inOnce(ISwc4jAst node) {
    for (ISwc4jAst at = node; at != null; at = at.getParent()) {
      if (at instanceof Swc4jAstFnDecl function && ONCE.contains(function.getIdent().getSym())) {
        return true;
      }
    }
    return false;
  }
}
