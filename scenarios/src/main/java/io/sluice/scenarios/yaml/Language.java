package io.sluice.scenarios.yaml;

import static io.sluice.scenarios.yaml.Kind.optional;
import static io.sluice.scenarios.yaml.Kind.required;

import io.sluice.model.plan.StatusSet;
import io.sluice.model.plan.Units;
import io.sluice.scenarios.yaml.Shape.AnyOf;
import io.sluice.scenarios.yaml.Shape.Choice;
import io.sluice.scenarios.yaml.Shape.KeyRule;
import io.sluice.scenarios.yaml.Shape.ListOf;
import io.sluice.scenarios.yaml.Shape.MapOf;
import io.sluice.scenarios.yaml.Shape.Of;
import io.sluice.scenarios.yaml.Shape.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * The language: every kind of map with its keys. The reader's checks and hints and the JSON Schema
 * both come from here, so that they cannot differ.
 */
final class Language {
  static final List<String> METHODS =
      List.of("get", "post", "put", "patch", "delete", "head", "options");

  static final Shape TEXT = new Scalar("a text", text -> true, "");
  static final Shape NAME =
      new Scalar(
          "a name that is not blank and without ${…}",
          text -> !text.isBlank() && !text.contains("${"),
          "\\S");
  private static final Shape METRIC =
      new Scalar(
          "the name of a metric, of letters, digits and underscores",
          text -> text.matches(KeyRule.NAMES.pattern()),
          "^" + KeyRule.NAMES.pattern() + "$");
  private static final String DURATION = "^((\\d+(\\.\\d+)?(ns|us|µs|ms|s|min|m|h|d))+|0)$";
  static final Shape POSITIVE =
      new Scalar(
          "a duration > 0 such as 30s",
          parses(
              text -> {
                if (!Units.duration(text).isPositive()) {
                  throw new IllegalArgumentException("not positive");
                }
              }),
          DURATION);
  static final Shape SPAN = new Scalar("a duration such as 30s", parses(Units::duration), DURATION);
  private static final Shape STATUSES =
      new Scalar(
          "statuses such as 200, 2xx or 200-399", parses(StatusSet::parse), "^[1-9][-0-9xX, ]*$");
  private static final Shape REDIRECTS = new Choice(List.of("follow", "keep"));
  private static final Shape STEPS = new Shape.Steps();
  private static final Shape HEADERS = new MapOf(KeyRule.HEADERS, TEXT);

  static final Kind SCENARIO =
      Kind.of(
          "scenario",
          "a scenario",
          optional("name", NAME, "Name of the scenario in reports; the file's name if left out."),
          optional("description", TEXT, "What the scenario is for."),
          optional(
              "env",
              new MapOf(KeyRule.NAMES, new AnyOf(List.of(TEXT, new Shape.Nothing()))),
              "Names that --env and the process environment may set, with their defaults. A name"
                  + " without a default must be set."),
          optional(
              "data",
              new MapOf(
                  KeyRule.NAMES,
                  new ListOf(new AnyOf(List.of(TEXT, new MapOf(KeyRule.NAMES, TEXT))), 1)),
              "Lists of values, and tables: lists of maps with the same keys. Users draw from them"
                  + " with pick(name)."),
          optional("defaults", new Of("defaults"), "What every request starts from."),
          optional("network", new Of("network"), "How targets are reached."),
          optional(
              "setup",
              STEPS,
              "Runs once before the load. Where a request of it fails, there is no load."),
          required("journey", STEPS, "What a virtual user does, again and again."),
          required(
              "profiles",
              new MapOf(KeyRule.ANY, new Of("profile")),
              "Load profiles by their names; --profile chooses one."),
          optional(
              "default_profile", NAME, "The profile that runs unless --profile names another."),
          optional(
              "slo",
              new ListOf(new AnyOf(List.of(TEXT, new Of("objective"))), 0),
              "Objectives that the gate judges, such as 'p95 < 2s', 'error_rate < 5%' or"
                  + " 'p95{endpoint:auth} < 500ms'."),
          optional("abort", VerdictLanguage.RULE, "When a run ends early; never if left out."));

  static final Kind DEFAULTS =
      Kind.of(
          "defaults",
          "the defaults",
          optional("timeout", POSITIVE, "How long a request may take; 30s if left out."),
          optional("headers", HEADERS, "Headers of every request."),
          optional("accept", STATUSES, "Statuses that are no error; 200-399 if left out."),
          optional("redirects", REDIRECTS, "Whether redirects are followed; follow if left out."));

  static final Kind REQUEST = request();

  static final Kind GROUP =
      Kind.step(
          "group",
          "a group",
          required("group", NAME, "Name of the group in reports."),
          required("steps", STEPS, "Steps of the group."));

  static final Kind SET =
      Kind.step(
          "set",
          "a set step",
          required(
              "set",
              new MapOf(KeyRule.NAMES, TEXT),
              "Variables and their values: expressions such as pick(users), random(1, 5) or"
                  + " quantity + 1."));

  static final Kind ADD =
      Kind.step(
          "add",
          "an add step",
          required(
              "add",
              new MapOf(KeyRule.NAMES, TEXT),
              "Counters and what is added to each: whole numbers or expressions such as"
                  + " random(1, 5) or quantity."));

  static final Kind GAUGE =
      Kind.step(
          "gauge",
          "a gauge step",
          required(
              "gauge",
              new MapOf(KeyRule.NAMES, TEXT),
              "Gauges and what each is set to: whole numbers or expressions such as"
                  + " queue_length."));

  static final Kind REPEAT =
      Kind.step(
          "repeat",
          "a repeat step",
          required("repeat", TEXT, "How often: an expression such as 3 or random(1, 3)."),
          required("steps", STEPS, "Steps that are repeated."));

  static final Kind IF =
      Kind.step(
          "if",
          "an if step",
          required(
              "if",
              TEXT,
              "A condition: 'name is set', 'ok', 'failed', 'n > 3', \"name == 'text'\", or 'not'"
                  + " before one."),
          required("steps", STEPS, "Steps that are done if it holds."),
          optional("else", STEPS, "Steps that are done if it does not."));

  static final Kind TIMER =
      Kind.step(
          "timer",
          "a timer",
          required("timer", METRIC, "Name of the trend that gets the time of the steps."),
          required(
              "steps",
              STEPS,
              "Steps that are timed together; the time counts if all are done and no request"
                  + " fails."));

  static final Kind THINK =
      Kind.step(
          "think",
          "a think step",
          required("think", TEXT, "Think time: a duration such as 2s, or a range such as 1s..5s."));

  static final Kind CHECK =
      Kind.of(
          "check",
          "a check",
          required("name", NAME, "Name of the check in reports."),
          required("that", TEXT, "What must hold, such as 'status 200'."));

  /** The kinds of steps. */
  static final List<Kind> STEP_KINDS =
      List.of(REQUEST, GROUP, SET, ADD, GAUGE, REPEAT, IF, TIMER, THINK);

  /** Kinds that others refer to. */
  static final List<Kind> NAMED_KINDS =
      List.of(
          DEFAULTS,
          CHECK,
          ProfileLanguage.PROFILE,
          ProfileLanguage.USER_RAMP,
          ProfileLanguage.RATE_RAMP,
          VerdictLanguage.OBJECTIVE,
          VerdictLanguage.ABORT,
          NetworkLanguage.NETWORK,
          NetworkLanguage.SHARED,
          NetworkLanguage.TLS,
          NetworkLanguage.SOCKETS);

  private Language() {}

  private static Kind request() {
    List<Kind.Key> keys = new ArrayList<>();
    for (String method : METHODS) {
      keys.add(
          optional(
              method,
              TEXT,
              "Sends a %s request to this absolute URL."
                  .formatted(method.toUpperCase(java.util.Locale.ROOT))));
    }
    keys.add(optional("name", NAME, "Name of the request in reports; METHOD /path if left out."));
    keys.add(optional("tags", new MapOf(KeyRule.NAMES, NAME), "Names that objectives select by."));
    keys.add(optional("headers", HEADERS, "Headers of the request."));
    keys.add(optional("bearer", TEXT, "Short for the header Authorization: Bearer ...."));
    keys.add(optional("json", new Shape.Tree(), "Body as JSON: a YAML tree, or JSON as a text."));
    keys.add(
        optional("form", new MapOf(KeyRule.ANY, TEXT), "Body as a form: fields, URL-encoded."));
    keys.add(optional("body", TEXT, "Body as it is."));
    keys.add(optional("timeout", POSITIVE, "How long the request may take."));
    keys.add(optional("accept", STATUSES, "Statuses that are no error."));
    keys.add(optional("redirects", REDIRECTS, "Whether redirects are followed."));
    keys.add(
        optional(
            "extract",
            new MapOf(KeyRule.NAMES, TEXT),
            "Variables that get what a selector finds in the response: $.token, header Location,"
                + " /id=(\\d+)/ or body."));
    keys.add(
        optional(
            "check",
            new ListOf(new AnyOf(List.of(TEXT, new Of("check"))), 0),
            "What the response must satisfy: 'status 200', 'time < 500ms', '$.token exists',"
                + " '$.items not empty', '$.state == done', 'body contains text'."));
    keys.add(
        optional(
            "counts",
            new MapOf(KeyRule.NAMES, new Choice(List.of("failed", "ok"))),
            "Rates that get a value from each response: true if the request failed, or was ok."));
    keys.add(
        optional(
            "on_failure",
            new Choice(List.of("continue", "skip", "leave")),
            "Goes on with the next step (continue), after the list of steps that the request stands"
                + " in (skip), or with the think time that the journey ends with (leave)."));
    return new Kind("request", "a request", METHODS, keys);
  }

  static Predicate<String> parses(Consumer<String> parser) {
    return text -> {
      try {
        parser.accept(text);
        return true;
      } catch (IllegalArgumentException e) {
        return false;
      }
    };
  }
}
