package io.sluice.scenarios.yaml;

import static io.sluice.scenarios.yaml.Kind.optional;
import static io.sluice.scenarios.yaml.Kind.required;

import io.sluice.model.plan.Reduction;
import io.sluice.scenarios.yaml.Shape.AnyOf;
import io.sluice.scenarios.yaml.Shape.Choice;
import io.sluice.scenarios.yaml.Shape.Of;
import io.sluice.scenarios.yaml.Shape.Whole;
import java.util.Arrays;
import java.util.List;

/** The part of the language that says what a run is judged by. */
final class VerdictLanguage {
  static final String WHEN_CERTAIN = "when certain";
  static final String CERTAIN = "certain";

  // Bounds and addresses are checked where they are read: the one so that a malformed one is not
  // missed as well, the other so that no message repeats a secret in it.
  private static final Shape BOUND =
      new Shape.Scalar("a number", text -> true, "^" + TargetGoalReader.NUMBER + "$");
  private static final Shape URL = new Shape.Scalar("an address", text -> true, "^https?://");

  /** {@code abort}: a word, or a map that says more. */
  static final Shape RULE =
      new AnyOf(List.of(new Choice(List.of("never", WHEN_CERTAIN)), new Of("abort")));

  static final Kind OBJECTIVE =
      new Kind(
          "objective",
          "an objective",
          List.of("objective", "warn", "prometheus"),
          List.of(
              optional("objective", Language.TEXT, "What must hold, such as 'p95 < 2s'."),
              optional(
                  "warn",
                  Language.TEXT,
                  "What should hold: the run is not failed where it does not, but warns."),
              optional(
                  "prometheus",
                  Language.TEXT,
                  "What a Prometheus server knows of the target over the measured time: a query in"
                      + " PromQL with one series as its result."),
              optional("below", BOUND, "What the query must stay below."),
              optional("above", BOUND, "What the query must stay above."),
              optional(
                  "name", Language.NAME, "Name of the query in reports; the query if left out."),
              optional(
                  "url",
                  URL,
                  "Address of the Prometheus server; that of --prometheus-url or PROMETHEUS_URL if"
                      + " left out."),
              optional(
                  "reduce",
                  new Choice(Arrays.stream(Reduction.values()).map(Reduction::key).toList()),
                  "How the moments become one value; the worst of them if left out: max with below,"
                      + " min with above."),
              optional(
                  "severity",
                  new Choice(List.of("fail", "warn")),
                  "Whether the run fails where it does not hold (fail), or warns; fail if left"
                      + " out."),
              optional(
                  "min_samples",
                  new Whole("a number of samples", 0, 1_000_000_000),
                  "With fewer samples nothing is decided; what the statistics need if left out.")));

  static final Kind ABORT =
      Kind.of(
          "abort",
          "an abort rule",
          required(
              "when",
              new Choice(List.of("never", CERTAIN)),
              "certain: as soon as it is certain that the run cannot pass."),
          optional(
              "grace",
              Language.SPAN,
              "How long the measured load goes on at least; 1m if left out."));

  private VerdictLanguage() {}
}
