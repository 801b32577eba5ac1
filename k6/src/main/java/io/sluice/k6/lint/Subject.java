package io.sluice.k6.lint;

import com.caoccao.javet.swc4j.ast.expr.Swc4jAstCallExpr;
import com.caoccao.javet.swc4j.ast.expr.Swc4jAstMemberExpr;
import com.caoccao.javet.swc4j.ast.expr.Swc4jAstNewExpr;
import com.caoccao.javet.swc4j.ast.interfaces.ISwc4jAst;
import io.sluice.k6.options.Options;
import io.sluice.k6.syntax.Api;
import io.sluice.k6.syntax.Bound;
import io.sluice.k6.syntax.Callers;
import io.sluice.k6.syntax.Fields;
import io.sluice.k6.syntax.Modules;
import io.sluice.k6.syntax.SyntaxTree;
import io.sluice.k6.syntax.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A script as the rules see it. */
final class Subject {
  private static final String METRICS = "k6/metrics.";

  private final Modules modules;
  private final Values values;
  private final Callers callers;
  private final @Nullable Options options;
  private final @Nullable Bound optionsPlace;
  private final List<MetricUse> metrics;

  /**
   * A metric that the script makes.
   *
   * @param at the {@code new}
   * @param type {@code Counter}, {@code Gauge}, {@code Rate} or {@code Trend}
   * @param name its name, or null where that is not known
   */
  record MetricUse(Bound at, String type, @Nullable String name) {}

  /**
   * A call of something of k6's.
   *
   * @param name what is called, such as {@code k6.check}
   */
  record Call(Bound at, String name) {
    Swc4jAstCallExpr node() {
      return (Swc4jAstCallExpr) at.node();
    }

    /** An argument, or null where there is none. */
    @Nullable Bound argument(int index) {
      return index < node().getArgs().size()
          ? at.with(node().getArgs().get(index).getExpr())
          : null;
    }
  }

  Subject(Modules modules, @Nullable Options options) {
    this.modules = modules;
    this.options = options;
    this.values = new Values(modules);
    this.callers = new Callers(modules, values);
    this.optionsPlace = values.exported(modules.script(), "options");
    this.metrics = findMetrics();
  }

  Modules modules() {
    return modules;
  }

  Values values() {
    return values;
  }

  Callers callers() {
    return callers;
  }

  /** The consolidated options; null where the script could not be loaded. */
  @Nullable Options options() {
    return options;
  }

  /** The fields of {@code export const options}; null where they are not written down. */
  @Nullable Fields optionFields() {
    return optionsPlace == null ? null : values.fields(optionsPlace);
  }

  /** The script as a whole: where findings go that have no better place. */
  Bound whole() {
    return Bound.of(modules.script().root(), modules.script());
  }

  /** The thresholds as they are written down, or null. */
  @Nullable Fields thresholds() {
    Fields fields = optionFields();
    Bound thresholds = fields == null ? null : fields.get("thresholds");
    return thresholds == null ? null : values.fields(thresholds);
  }

  /** The names of the metrics and sub-metrics that have thresholds, from all sources. */
  Set<String> limited() {
    if (options != null) {
      return options.thresholds().keySet();
    }
    Fields thresholds = thresholds();
    return thresholds == null ? Set.of() : thresholds.all().keySet();
  }

  /** Whether a metric, or a part of it, has a threshold. */
  boolean isLimited(String metric) {
    return limited().stream().anyMatch(key -> key.equals(metric) || key.startsWith(metric + "{"));
  }

  /** The metrics that the script makes. */
  List<MetricUse> metrics() {
    return metrics;
  }

  /** The metric that an expression stands for, or null. */
  @Nullable MetricUse metric(Bound expression) {
    ISwc4jAst made = values.resolve(expression).node();
    return metrics.stream()
        .filter(use -> SyntaxTree.same(use.at().node(), made))
        .findFirst()
        .orElse(null);
  }

  /** All calls of k6's functions whose names begin so. */
  List<Call> calls(String prefix) {
    List<Call> calls = new ArrayList<>();
    for (SyntaxTree tree : modules.all()) {
      for (Swc4jAstCallExpr call : tree.all(Swc4jAstCallExpr.class)) {
        String name = Api.called(tree, call);
        if (name != null && name.startsWith(prefix)) {
          calls.add(new Call(Bound.of(call, tree), name));
        }
      }
    }
    return calls;
  }

  /** The calls of a metric's {@code add}. */
  List<Call> adds(MetricUse metric) {
    List<Call> calls = new ArrayList<>();
    for (SyntaxTree tree : modules.all()) {
      for (Swc4jAstCallExpr call : tree.all(Swc4jAstCallExpr.class)) {
        boolean add =
            call.getCallee() instanceof Swc4jAstMemberExpr member
                && "add".equals(Values.key(member.getProp()))
                && SyntaxTree.same(
                    values.resolve(Bound.of(member.getObj(), tree)).node(), metric.at().node());
        if (add) {
          calls.add(new Call(Bound.of(call, tree), "add"));
        }
      }
    }
    return calls;
  }

  private List<MetricUse> findMetrics() {
    List<MetricUse> found = new ArrayList<>();
    for (SyntaxTree tree : modules.all()) {
      for (Swc4jAstNewExpr made : tree.all(Swc4jAstNewExpr.class)) {
        String type = Api.of(tree, made.getCallee());
        if (type != null && type.startsWith(METRICS)) {
          Bound at = Bound.of(made, tree);
          String name =
              made.getArgs()
                  .filter(arguments -> !arguments.isEmpty())
                  .map(arguments -> values.text(at.with(arguments.getFirst().getExpr())))
                  .orElse(null);
          found.add(new MetricUse(at, type.substring(METRICS.length()), name));
        }
      }
    }
    return List.copyOf(found);
  }
}
