package io.sluice.scenarios.query;

import io.sluice.model.plan.BodyQuery;
import io.sluice.model.plan.Selector;

/** Compiles selectors that look into bodies. */
public final class BodyQueries implements BodyQuery.Compiler {
  @Override
  public BodyQuery compile(Selector selector) {
    return switch (selector) {
      case Selector.JsonPath(String path) -> {
        SimplePath simple = SimplePath.parse(path);
        yield simple == null ? new TreeQuery(path) : new StreamingQuery(simple);
      }
      case Selector.Regex(String pattern) -> new RegexQuery(pattern);
      case Selector.Body _ -> new WholeBodyQuery();
      case Selector.Header header ->
          throw new IllegalArgumentException("'" + header + "' does not look into bodies");
    };
  }
}
