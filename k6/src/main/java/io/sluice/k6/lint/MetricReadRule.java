package io.sluice.k6.lint;

import com.caoccao.javet.swc4j.ast.expr.Swc4jAstMemberExpr;
import io.sluice.k6.syntax.Bound;
import io.sluice.k6.syntax.SyntaxTree;
import io.sluice.k6.syntax.Values;
import java.util.Set;

/** Metrics have a name and take values; what was added up, a script cannot read. */
final class MetricReadRule implements Rule {
  private static final Set<String> THERE_IS = Set.of("add", "name");

  @Override
  public void look(Subject script, Findings findings) {
    for (SyntaxTree tree : script.modules().all()) {
      for (Swc4jAstMemberExpr member : tree.all(Swc4jAstMemberExpr.class)) {
        String field = Values.key(member.getProp());
        if (field == null || THERE_IS.contains(field)) {
          continue;
        }
        Subject.MetricUse metric = script.metric(Bound.of(member.getObj(), tree));
        if (metric != null) {
          findings.error(
              "metric-read",
              Bound.of(member, tree),
              "a %s has no '%s', so that this is undefined".formatted(metric.type(), field),
              "read metrics in handleSummary(data), as data.metrics.%s.values"
                  .formatted(metric.name() == null ? "NAME" : metric.name()));
        }
      }
    }
  }
}
