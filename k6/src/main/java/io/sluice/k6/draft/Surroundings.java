package io.sluice.k6.draft;

import com.caoccao.javet.swc4j.ast.expr.Swc4jAstExprOrSpread;
import com.caoccao.javet.swc4j.ast.expr.lit.Swc4jAstArrayLit;
import io.sluice.k6.syntax.Bound;
import io.sluice.k6.syntax.Fields;
import io.sluice.k6.syntax.Values;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Everything of a draft that has a name: environment, data, variables; no name is given twice. */
final class Surroundings {
  private static final Set<String> TAKEN =
      Set.of("user_number", "iteration", "ok", "failed", "not");

  private final Values values;
  private final Map<String, DraftValue> env = new LinkedHashMap<>();
  private final Map<String, List<Object>> data = new LinkedHashMap<>();
  private final Set<String> variables = new LinkedHashSet<>();

  Surroundings(Values values) {
    this.values = values;
  }

  Map<String, DraftValue> env() {
    return env;
  }

  Map<String, List<Object>> data() {
    return data;
  }

  /** A name of the environment; the first default that is given stays. */
  DraftValue environment(String name, @Nullable DraftValue otherwise) {
    DraftValue none = new DraftValue.Text("");
    env.merge(
        name, otherwise == null ? none : otherwise, (old, now) -> old.equals(none) ? now : old);
    return new DraftValue.Name(name);
  }

  /** A name for a variable. */
  String variable(String wanted) {
    String name = free(wanted);
    variables.add(name);
    return name;
  }

  private String free(String wanted) {
    String clean = wanted.replaceAll("[^A-Za-z0-9_]", "_").replaceFirst("^(?=\\d)", "_");
    String name = clean;
    for (int i = 2;
        env.containsKey(name)
            || data.containsKey(name)
            || variables.contains(name)
            || TAKEN.contains(name);
        i++) {
      name = clean + "_" + i;
    }
    return name;
  }

  /** The columns of a table of the data; empty of a list. */
  List<String> columns(String name) {
    return data.getOrDefault(name, List.of()).getFirst() instanceof Map<?, ?> row
        ? row.keySet().stream().map(String::valueOf).toList()
        : List.of();
  }

  /** Takes an array of the script into the data, if it is written down and simple. */
  Optional<String> data(String wanted, Bound array) {
    if (!(values.resolve(array).node() instanceof Swc4jAstArrayLit list)) {
      return Optional.empty();
    }
    List<Object> entries = new ArrayList<>();
    for (Optional<Swc4jAstExprOrSpread> element : list.getElems()) {
      Object entry =
          element.isEmpty() ? null : entry(values.resolve(array).with(element.get().getExpr()));
      if (entry == null) {
        return Optional.empty();
      }
      entries.add(entry);
    }
    long shapes =
        entries.stream()
            .map(e -> e instanceof Map<?, ?> row ? row.keySet() : "")
            .distinct()
            .count();
    if (shapes != 1) {
      return Optional.empty();
    }
    for (Map.Entry<String, List<Object>> known : data.entrySet()) {
      if (known.getValue().equals(entries)) {
        return Optional.of(known.getKey());
      }
    }
    String name = free(wanted);
    data.put(name, entries);
    return Optional.of(name);
  }

  private @Nullable Object entry(Bound value) {
    Fields fields = values.fields(value);
    if (fields == null) {
      return scalar(value);
    }
    Map<String, Object> row = new LinkedHashMap<>();
    for (Map.Entry<String, Bound> field : fields.all().entrySet()) {
      Object scalar = scalar(field.getValue());
      if (scalar == null || !field.getKey().matches("[A-Za-z_]\\w*")) {
        return null;
      }
      row.put(field.getKey(), scalar);
    }
    return fields.open() || row.isEmpty() ? null : row;
  }

  private @Nullable Object scalar(Bound value) {
    Double number = values.number(value);
    if (number == null) {
      return values.text(value);
    }
    return number == Math.rint(number) ? (Object) Math.round(number) : number;
  }
}
