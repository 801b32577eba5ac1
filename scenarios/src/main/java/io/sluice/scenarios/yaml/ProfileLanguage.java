package io.sluice.scenarios.yaml;

import static io.sluice.scenarios.yaml.Kind.optional;
import static io.sluice.scenarios.yaml.Kind.required;

import io.sluice.model.plan.Units;
import io.sluice.scenarios.yaml.Shape.AnyOf;
import io.sluice.scenarios.yaml.Shape.Choice;
import io.sluice.scenarios.yaml.Shape.ListOf;
import io.sluice.scenarios.yaml.Shape.Of;
import io.sluice.scenarios.yaml.Shape.Scalar;
import io.sluice.scenarios.yaml.Shape.Whole;
import java.util.List;

/** The part of the language that says how much load there is, and for how long. */
final class ProfileLanguage {
  private static final int MOST_USERS = 1_000_000;
  private static final Shape RATE =
      new Scalar(
          "a rate > 0 such as 200/s or 1000/min",
          Language.parses(
              text -> {
                if (Units.perSecond(text) <= 0) {
                  throw new IllegalArgumentException("not positive");
                }
              }),
          "^\\s*\\d+(\\.\\d+)?\\s*/\\s*(s|sec|second|min|m|minute|h|hour)\\s*$");
  private static final Shape START_RATE =
      new Scalar("a rate such as 10/s", Language.parses(Units::perSecond), "");
  private static final Shape STAGES = new ListOf(Language.TEXT, 1);

  static final Kind PROFILE =
      Kind.of(
          "profile",
          "a profile",
          optional(
              "users",
              new AnyOf(
                  List.of(new Whole("a number of users", 1, MOST_USERS), new Of("user_ramp"))),
              "Closed model: so many users, or stages of a ramp."),
          optional(
              "rate",
              new AnyOf(List.of(RATE, new Of("rate_ramp"))),
              "Open model: so many new iterations in a time, or stages of a ramp."),
          optional("duration", Language.POSITIVE, "How long, after the warm-up."),
          optional("warmup", Language.SPAN, "How long before anything is measured."),
          optional(
              "iterations",
              new Whole("a number of iterations", 1, 1_000_000_000),
              "How many iterations each user runs; 'duration' is then a limit, 10m if left out."),
          optional(
              "arrivals",
              new Choice(List.of("poisson", "uniform")),
              "How an open model spaces its arrivals; poisson if left out."),
          optional(
              "max_users",
              new Whole("a number of users", 1, MOST_USERS),
              "The most users an open model may keep busy; 1000 if left out."),
          optional(
              "graceful_stop",
              Language.SPAN,
              "How long what was started may go on after the end; 30s if left out."),
          optional(
              "measure",
              new Choice(List.of("all", "steady")),
              "Which stages of a ramp the objectives judge; steady, those that hold their level, if"
                  + " left out."),
          optional(
              "abort",
              VerdictLanguage.RULE,
              "When a run of this profile ends early; as the scenario says if left out."));

  static final Kind USER_RAMP =
      Kind.of(
          "user_ramp",
          "a ramp of users",
          optional("from", new Whole("a number of users", 0, MOST_USERS), "Users at the start; 0."),
          required("stages", STAGES, "Stages such as '100 in 2m'; a hold repeats its level."));

  static final Kind RATE_RAMP =
      Kind.of(
          "rate_ramp",
          "a ramp of rates",
          optional("from", START_RATE, "Rate at the start; 0/s if left out."),
          required("stages", STAGES, "Stages such as '200/s in 1m'; a hold repeats its level."));

  private ProfileLanguage() {}
}
