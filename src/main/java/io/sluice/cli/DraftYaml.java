package io.sluice.cli;

import io.sluice.k6.draft.Draft;
import io.sluice.k6.draft.DraftBody;
import io.sluice.k6.draft.DraftProfile;
import io.sluice.k6.draft.DraftStep;
import io.sluice.k6.draft.DraftValue;
import io.sluice.model.plan.Objective;
import io.sluice.model.plan.Units;
import io.sluice.scenarios.yaml.YamlText;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Says a draft in the words of the scenario language. */
final class DraftYaml {
  private DraftYaml() {}

  static String write(Draft draft, String source) {
    List<String> head = new ArrayList<>();
    head.add("Imported from " + source + " by sluice import k6.");
    if (!draft.notes().isEmpty()) {
      head.add("What is not as in the script:");
      draft.notes().forEach(note -> head.add("- " + note));
    }
    return YamlText.write(scenario(draft), head);
  }

  private static Map<String, Object> scenario(Draft draft) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("name", draft.name());
    Map<String, Object> env = new LinkedHashMap<>();
    draft
        .env()
        .forEach(
            (name, value) -> {
              String text = DraftText.words(value);
              env.put(name, text.isEmpty() ? null : text);
            });
    putUnlessEmpty(map, "env", env);
    putUnlessEmpty(map, "data", draft.data());
    if (!draft.setup().isEmpty()) {
      map.put("setup", steps(draft.setup()));
    }
    map.put("journey", steps(draft.journey()));
    Map<String, Object> profiles = new LinkedHashMap<>();
    draft.profiles().forEach((name, profile) -> profiles.put(name, profile(profile)));
    if (profiles.size() > 1) {
      map.put("default_profile", profiles.keySet().iterator().next());
    }
    map.put("profiles", profiles);
    if (!draft.objectives().isEmpty()) {
      map.put("slo", draft.objectives().stream().map(Objective::toString).toList());
    }
    return map;
  }

  private static void putUnlessEmpty(Map<String, Object> map, String key, Map<String, ?> value) {
    if (!value.isEmpty()) {
      map.put(key, value);
    }
  }

  private static List<Object> steps(List<DraftStep> steps) {
    return steps.stream().<Object>map(DraftYaml::step).toList();
  }

  private static Map<String, Object> step(DraftStep step) {
    return switch (step) {
      case DraftStep.Request request -> request(request);
      case DraftStep.Group(String name, List<DraftStep> inner) ->
          ordered("group", name, "steps", steps(inner));
      case DraftStep.Set(Map<String, DraftValue> values) -> {
        Map<String, Object> set = new LinkedHashMap<>();
        values.forEach((name, value) -> set.put(name, DraftText.expression(value)));
        yield ordered("set", set);
      }
      case DraftStep.Repeat(DraftValue times, List<DraftStep> inner) ->
          ordered("repeat", DraftText.expression(times), "steps", steps(inner));
      case DraftStep.IfLast(boolean ok, List<DraftStep> inner, List<DraftStep> otherwise) ->
          branch(ok ? "ok" : "failed", inner, otherwise);
      case DraftStep.IfSet(
              String variable,
              boolean set,
              List<DraftStep> inner,
              List<DraftStep> otherwise) ->
          branch(variable + (set ? " is set" : " is not set"), inner, otherwise);
      case DraftStep.Add(String counter, DraftValue by) ->
          ordered("add", ordered(counter, DraftText.expression(by)));
      case DraftStep.Think(Duration min, Duration max) ->
          ordered("think", min.equals(max) ? span(min) : span(min) + ".." + span(max));
    };
  }

  private static Map<String, Object> branch(
      String condition, List<DraftStep> inner, List<DraftStep> otherwise) {
    if (inner.isEmpty()) {
      return ordered("if", "not " + condition, "steps", steps(otherwise));
    }
    Map<String, Object> map = ordered("if", condition, "steps", steps(inner));
    if (!otherwise.isEmpty()) {
      map.put("else", steps(otherwise));
    }
    return map;
  }

  private static Map<String, Object> request(DraftStep.Request request) {
    Map<String, Object> map =
        ordered(request.method().toLowerCase(Locale.ROOT), DraftText.words(request.url()));
    if (!request.name().isEmpty()) {
      map.put("name", request.name());
    }
    putUnlessEmpty(map, "tags", request.tags());
    Map<String, Object> headers = new LinkedHashMap<>();
    request
        .headers()
        .forEach(
            (name, value) -> {
              String text = DraftText.words(value);
              if (name.equalsIgnoreCase("authorization") && text.startsWith("Bearer ")) {
                map.put("bearer", text.substring("Bearer ".length()));
              } else {
                headers.put(name, text);
              }
            });
    putUnlessEmpty(map, "headers", headers);
    body(map, request.body());
    if (request.timeout() != null) {
      map.put("timeout", span(request.timeout()));
    }
    if (!request.followsRedirects()) {
      map.put("redirects", "keep");
    }
    putUnlessEmpty(map, "extract", request.extracts());
    if (!request.checks().isEmpty()) {
      map.put("check", request.checks().stream().map(DraftYaml::check).toList());
    }
    Map<String, Object> counts = new LinkedHashMap<>();
    request.counts().forEach((rate, failed) -> counts.put(rate, failed ? "failed" : "ok"));
    putUnlessEmpty(map, "counts", counts);
    if (request.onFailure() != DraftStep.OnFailure.CONTINUE) {
      map.put("on_failure", request.onFailure().name().toLowerCase(Locale.ROOT));
    }
    return map;
  }

  private static void body(Map<String, Object> map, DraftBody body) {
    switch (body) {
      case DraftBody.None _ -> {}
      case DraftBody.Json(DraftBody.Tree tree) -> map.put("json", DraftText.tree(tree));
      case DraftBody.Form(Map<String, DraftValue> fields) -> {
        Map<String, Object> form = new LinkedHashMap<>();
        fields.forEach((name, value) -> form.put(name, DraftText.words(value)));
        map.put("form", form);
      }
      case DraftBody.Raw(DraftValue text) -> map.put("body", DraftText.words(text));
    }
  }

  private static Object check(DraftStep.Check check) {
    String that =
        switch (check.demand()) {
          case DraftStep.Demand.Status(String statuses) -> "status " + statuses;
          case DraftStep.Demand.Faster(Duration than) -> "time < " + span(than);
          case DraftStep.Demand.BodyHas(String text) -> "body contains " + DraftText.escaped(text);
          case DraftStep.Demand.Exists(String path) -> path + " exists";
          case DraftStep.Demand.NotEmpty(String path) -> path + " not empty";
          case DraftStep.Demand.Equal(String path, String text) ->
              path + " == " + DraftText.escaped(text);
        };
    return ordered("name", check.name().replace("${", "$ {"), "that", that);
  }

  private static Map<String, Object> profile(DraftProfile profile) {
    Map<String, Object> map =
        switch (profile) {
          case DraftProfile.Users users ->
              ordered("users", users.users(), "duration", span(users.duration()));
          case DraftProfile.Iterations each ->
              ordered(
                  "users", each.users(), "iterations", each.each(), "duration", span(each.limit()));
          case DraftProfile.UserRamp ramp ->
              ordered(
                  "users",
                  ordered(
                      "from",
                      ramp.from(),
                      "stages",
                      ramp.stages().stream()
                          .map(s -> Math.round(s.target()) + " in " + span(s.duration()))
                          .toList()),
                  "measure",
                  "all");
          case DraftProfile.Rate rate ->
              ordered(
                  "rate",
                  rate(rate.perMinute()),
                  "arrivals",
                  "uniform",
                  "max_users",
                  rate.maxUsers(),
                  "duration",
                  span(rate.duration()));
          case DraftProfile.RateRamp ramp ->
              ordered(
                  "rate",
                  ordered(
                      "from",
                      rate(ramp.from()),
                      "stages",
                      ramp.stages().stream()
                          .map(s -> rate(s.target()) + " in " + span(s.duration()))
                          .toList()),
                  "arrivals",
                  "uniform",
                  "max_users",
                  ramp.maxUsers(),
                  "measure",
                  "all");
        };
    map.put("graceful_stop", span(profile.gracefulStop()));
    return map;
  }

  /** Per second where that is a round number, else per minute. */
  private static String rate(double perMinute) {
    BigDecimal seconds =
        BigDecimal.valueOf(perMinute).divide(BigDecimal.valueOf(60), 9, RoundingMode.HALF_UP);
    boolean round = seconds.stripTrailingZeros().scale() <= 2;
    BigDecimal number = round ? seconds : BigDecimal.valueOf(perMinute);
    return number.setScale(6, RoundingMode.HALF_UP).stripTrailingZeros().toPlainString()
        + (round ? "/s" : "/min");
  }

  private static String span(Duration duration) {
    return duration.isZero() ? "0s" : Units.format(duration).replace(" ", "");
  }

  /** A map of these keys and values, in this order. */
  private static Map<String, Object> ordered(Object... pairs) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      map.put(String.valueOf(pairs[i]), pairs[i + 1]);
    }
    return map;
  }
}
