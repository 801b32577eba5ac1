package io.sluice.k6.lint;

import io.sluice.k6.syntax.Bound;
import org.jspecify.annotations.Nullable;

/** Random whole numbers between fractions. */
final class RandomRule implements Rule {
  @Override
  public void look(Subject script, Findings findings) {
    for (Subject.Call call : script.calls("k6-utils.randomIntBetween")) {
      Double min = number(script, call.argument(0));
      Double max = number(script, call.argument(1));
      if (min == null || max == null || (min == Math.rint(min) && max == Math.rint(max))) {
        continue;
      }
      findings.warning(
          "random-fraction",
          call.at(),
          "randomIntBetween gives whole numbers only, here from %d to %d"
              .formatted((long) Math.floor(min), (long) Math.ceil(max + 1) - 1),
          "write Math.random() * (max - min) + min");
    }
  }

  private static @Nullable Double number(Subject script, @Nullable Bound value) {
    return value == null ? null : script.values().number(value);
  }
}
