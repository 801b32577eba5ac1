package io.sluice.cli;

import io.sluice.model.plan.AbortRule;
import io.sluice.model.plan.LoadPlan;
import io.sluice.model.plan.Nearest;
import io.sluice.model.plan.Units;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options that say when a run ends before its plan does. */
final class AbortFlags {
  private static final String CERTAIN = "when-certain";
  private static final String NEVER = "never";

  @Option(
      names = "--abort",
      paramLabel = "WHEN",
      completionCandidates = Candidates.Abort.class,
      description =
          "when-certain: end as soon as it is certain that the run cannot pass; never: carry the"
              + " plan out (default: as the scenario says, else never).")
  private @Nullable String abort;

  @Option(
      names = "--abort-grace",
      paramLabel = "TIME",
      description = "How long the measured load goes on at least (default: 1m).")
  private @Nullable String grace;

  /** The plan with the rule that was asked for. */
  LoadPlan applied(LoadPlan plan) {
    AbortRule asked = abort == null ? plan.abort() : Flag.read("--abort", abort, AbortFlags::rule);
    if (grace == null) {
      return plan.withAbort(asked);
    }
    Duration length = Flag.read("--abort-grace", grace, Units::duration);
    if (asked.when() == AbortRule.When.NEVER) {
      throw new UserMistake("--abort-grace needs --abort when-certain");
    }
    return plan.withAbort(new AbortRule(asked.when(), length));
  }

  private static AbortRule rule(String text) {
    return switch (text) {
      case CERTAIN -> AbortRule.WHEN_CERTAIN;
      case NEVER -> AbortRule.NEVER;
      default ->
          throw new IllegalArgumentException(
              "expected when-certain or never, was '%s'%s"
                  .formatted(text, Nearest.hint(text, words())));
    };
  }

  static List<String> words() {
    return List.of(CERTAIN, NEVER);
  }
}
