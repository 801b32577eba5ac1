package io.sluice.scenarios.compile;

import io.sluice.scenarios.source.Location;
import io.sluice.scenarios.source.Problems;
import io.sluice.scenarios.tree.Expression;
import io.sluice.scenarios.tree.RequestStep;
import io.sluice.scenarios.tree.Step;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The variables of one script: which slot each has, and what it holds. */
final class Scope {
  static final String USER_NUMBER = "user_number";
  static final String ITERATION = "iteration";
  private static final List<String> RESERVED =
      List.of(USER_NUMBER, ITERATION, "random", "pick", "uuid", "ok", "failed", "not");

  private final Environment environment;
  private final PlanParts parts;
  private final ScriptBuilder script;
  private final Problems problems;
  private final Map<String, Variable> variables = new LinkedHashMap<>();

  /** What a value is. */
  sealed interface Type {
    String describe();
  }

  /** A value that is written as it is. */
  enum Scalar implements Type {
    TEXT("a text"),
    /** One that JSON writes without quotes. */
    NUMBER("a number");

    private final String description;

    Scalar(String description) {
      this.description = description;
    }

    @Override
    public String describe() {
      return description;
    }
  }

  /** The number of a row of a data source; -1 where there is no such source. */
  record Row(int source) implements Type {
    @Override
    public String describe() {
      return "a row";
    }
  }

  record Variable(int slot, Type type, Location at) {}

  Scope(Environment environment, PlanParts parts, ScriptBuilder script, Problems problems) {
    this.environment = environment;
    this.parts = parts;
    this.script = script;
    this.problems = problems;
  }

  /** Gives every variable of the steps its slot, in the order of the source. */
  void declare(List<Step> steps) {
    for (Step step : steps) {
      switch (step) {
        case RequestStep request ->
            request.extractions().forEach(e -> declare(e.variable(), Scalar.TEXT, e.at()));
        case Step.Assign assign ->
            assign.variables().forEach(v -> declare(v.name(), typeOf(v.value()), v.at()));
        case Step.Group group -> declare(group.steps());
        case Step.Repeat repeat -> declare(repeat.steps());
        case Step.Timer timer -> declare(timer.steps());
        case Step.When when -> {
          declare(when.steps());
          declare(when.otherwise());
        }
        case Step.Add _, Step.Gauge _, Step.Think _ -> {}
      }
    }
  }

  private void declare(String name, Type type, Location at) {
    if (environment.has(name)) {
      problems.add(at, "'" + name + "' is a name of env and cannot be a variable");
    } else if (RESERVED.contains(name)) {
      problems.add(at, "'" + name + "' has a meaning of its own and cannot be a variable");
    }
    Variable other = variables.putIfAbsent(name, new Variable(script.newSlot(), type, at));
    if (other != null && !other.type().equals(type)) {
      problems.add(
          at,
          "'%s' is %s in line %d and cannot become %s; use another name"
              .formatted(name, other.type().describe(), other.at().line(), type.describe()));
    }
  }

  private Type typeOf(Expression value) {
    return switch (value) {
      case Expression.Whole _, Expression.Arithmetic _, Expression.Random _ -> Scalar.NUMBER;
      case Expression.Quoted _, Expression.Uuid _ -> Scalar.TEXT;
      case Expression.Pick pick -> new Row(parts.source(pick.source(), pick.at()));
      case Expression.Column column -> {
        Variable row = variables.get(column.name());
        yield row != null && row.type() instanceof Row(int source)
            ? columnType(source, column.column())
            : Scalar.TEXT;
      }
      case Expression.Name name -> {
        Variable variable = variables.get(name.name());
        boolean counts = name.name().equals(USER_NUMBER) || name.name().equals(ITERATION);
        yield variable != null ? variable.type() : counts ? Scalar.NUMBER : Scalar.TEXT;
      }
    };
  }

  /** What a column of a data source holds. */
  Type columnType(int source, String column) {
    if (source < 0) {
      return Scalar.TEXT;
    }
    int number = parts.table(source).columns().indexOf(column);
    return number >= 0 && parts.table(source).numeric().get(number) ? Scalar.NUMBER : Scalar.TEXT;
  }

  /** The variable, or null where there is none, which is then noted. */
  @Nullable Variable require(String name, Location at) {
    Variable variable = variables.get(name);
    if (variable == null) {
      problems.add(at, "there is no variable '" + name + "'", name, names());
    }
    return variable;
  }

  /** The variable, or null where there is none. */
  @Nullable Variable find(String name) {
    return variables.get(name);
  }

  private Set<String> names() {
    Set<String> names = new LinkedHashSet<>(variables.keySet());
    names.addAll(environment.names());
    names.add(USER_NUMBER);
    names.add(ITERATION);
    return names;
  }
}
