package io.sluice.k6.lint;

import com.caoccao.javet.swc4j.span.Swc4jSpan;
import io.sluice.k6.syntax.Bound;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects findings; the same place is told once by each rule. */
final class Findings {
  private final List<Finding> list = new ArrayList<>();

  void error(String rule, Bound at, String message, String remedy) {
    add(Severity.ERROR, rule, at, message, remedy);
  }

  void warning(String rule, Bound at, String message, String remedy) {
    add(Severity.WARNING, rule, at, message, remedy);
  }

  void add(Severity severity, String rule, Bound at, String message, String remedy) {
    Swc4jSpan span = at.node().getSpan();
    Finding finding =
        new Finding(
            severity,
            rule,
            at.tree().path().toString(),
            span.getLine(),
            span.getColumn(),
            message,
            remedy);
    if (!list.contains(finding)) {
      list.add(finding);
    }
  }

  /** All, errors first, then by their places. */
  List<Finding> sorted() {
    return list.stream()
        .sorted(
            Comparator.comparing(Finding::severity)
                .thenComparing(Finding::file)
                .thenComparingInt(Finding::line)
                .thenComparingInt(Finding::column))
        .toList();
  }
}
