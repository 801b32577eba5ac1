package io.sluice.scenarios;

import io.sluice.model.plan.AbortRule;
import io.sluice.model.plan.ArrivalModel;
import io.sluice.model.plan.ArrivalModel.Spacing;
import io.sluice.model.plan.LoadPlan;
import io.sluice.model.plan.Objective;
import io.sluice.model.plan.RequestSpec.Redirects;
import io.sluice.model.plan.StatusSet;
import io.sluice.scenarios.compile.ScenarioCompiler;
import io.sluice.scenarios.compile.ScenarioOptions;
import io.sluice.scenarios.network.NetworkSettings;
import io.sluice.scenarios.source.Location;
import io.sluice.scenarios.source.Problem;
import io.sluice.scenarios.source.Problems;
import io.sluice.scenarios.source.ScenarioException;
import io.sluice.scenarios.source.SourceText;
import io.sluice.scenarios.tree.Defaults;
import io.sluice.scenarios.tree.Field;
import io.sluice.scenarios.tree.NetworkBlock;
import io.sluice.scenarios.tree.Payload;
import io.sluice.scenarios.tree.Profile;
import io.sluice.scenarios.tree.RequestStep;
import io.sluice.scenarios.tree.Scenario;
import io.sluice.scenarios.tree.Words;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Load on one URL, without a scenario file.
 *
 * @param url absolute
 * @param load how many users, or at which rate
 * @param duration how long it is measured, more than 0
 * @param warmup how long before that, at least 0
 * @param method an HTTP method; empty for GET, or POST where there is a body
 * @param headers each as {@code Name: value}
 * @param body empty for none
 * @param timeout from the intended start until it is given up, more than 0
 * @param objectives each as {@link Objective#parse} reads it
 */
public record HitPlan(
    String url,
    Load load,
    Duration duration,
    Duration warmup,
    String method,
    List<String> headers,
    String body,
    Duration timeout,
    List<String> objectives) {
  /** The most users that an open load keeps busy unless told otherwise. */
  public static final int MAX_USERS = 1_000;

  private static final String NAME = "hit";
  private static final Location NOWHERE = Location.ofFile(NAME);
  private static final Duration GRACEFUL_STOP = Duration.ofSeconds(30);

  /** How much load. */
  public sealed interface Load {}

  /** Closed: so many users, each waiting for its responses. */
  public record Users(int users) implements Load {}

  /** Open: so many requests per second, whatever the target does. */
  public record Rate(double perSecond, Spacing spacing, int maxUsers) implements Load {
    /** A Poisson process with at most {@link HitPlan#MAX_USERS} users. */
    public static Rate of(double perSecond) {
      return new Rate(perSecond, Spacing.POISSON, MAX_USERS);
    }
  }

  public HitPlan {
    headers = List.copyOf(headers);
    objectives = List.copyOf(objectives);
  }

  /** 10 users for 30 s without a warm-up, GET, 10 s timeout, no objectives. */
  public static HitPlan of(String url) {
    return new HitPlan(
        url,
        new Users(10),
        Duration.ofSeconds(30),
        Duration.ZERO,
        "",
        List.of(),
        "",
        Duration.ofSeconds(10),
        List.of());
  }

  /** The same with another load. */
  public HitPlan withLoad(Load other) {
    return new HitPlan(url, other, duration, warmup, method, headers, body, timeout, objectives);
  }

  /** The same for other times. */
  public HitPlan withTimes(Duration newWarmup, Duration newDuration) {
    return new HitPlan(
        url, load, newDuration, newWarmup, method, headers, body, timeout, objectives);
  }

  /** The same with another request. */
  public HitPlan withRequest(String newMethod, List<String> newHeaders, String newBody) {
    return new HitPlan(
        url, load, duration, warmup, newMethod, newHeaders, newBody, timeout, objectives);
  }

  /** The same with another timeout. */
  public HitPlan withTimeout(Duration other) {
    return new HitPlan(url, load, duration, warmup, method, headers, body, other, objectives);
  }

  /** The same with other objectives. */
  public HitPlan withObjectives(List<String> others) {
    return new HitPlan(url, load, duration, warmup, method, headers, body, timeout, others);
  }

  /**
   * The plan. Before the load one request named {@code hit setup} is sent, of which any status is
   * accepted: a target that does not speak HTTP is found before there is any load.
   *
   * @throws IllegalArgumentException with a sentence about what is wrong
   */
  public LoadPlan plan(long seed, NetworkSettings network) {
    if (!duration.isPositive() || warmup.isNegative() || !timeout.isPositive()) {
      throw new IllegalArgumentException(
          "duration and timeout must be > 0 and warm-up >= 0, were %s, %s and %s"
              .formatted(text(duration), text(timeout), text(warmup)));
    }
    Scenario scenario =
        new Scenario(
            NAME,
            "",
            List.of(),
            List.of(),
            Defaults.STANDARD,
            NetworkBlock.none(NOWHERE),
            List.of(request("hit setup", StatusSet.ANY)),
            List.of(request(NAME, StatusSet.SUCCESS)),
            List.of(profile()),
            new Scenario.Label("", NOWHERE),
            objectives.stream()
                .map(text -> new Scenario.Goal(Objective.parse(text), NOWHERE))
                .toList());
    try {
      return ScenarioCompiler.compile(
              scenario,
              ScenarioOptions.NONE.withSeed(seed).withNetwork(network),
              new Problems(new SourceText(NAME, "")))
          .plan();
    } catch (ScenarioException e) {
      throw new IllegalArgumentException(
          e.problems().stream().map(Problem::message).distinct().collect(Collectors.joining("; ")),
          e);
    }
  }

  private static String text(Duration duration) {
    return io.sluice.model.plan.Units.format(duration);
  }

  private Profile profile() {
    Duration end = warmup.plus(duration);
    ArrivalModel arrivals =
        switch (load) {
          case Users(int users) -> new ArrivalModel.ConstantUsers(users, end);
          case Rate rate ->
              new ArrivalModel.ConstantRate(rate.perSecond(), end, rate.spacing(), rate.maxUsers());
        };
    return new Profile(
        NAME, arrivals, Profile.windows(warmup, end), GRACEFUL_STOP, AbortRule.NEVER, NOWHERE);
  }

  private RequestStep request(String name, StatusSet accepted) {
    String chosen = method.isEmpty() ? (body.isEmpty() ? "GET" : "POST") : method;
    return new RequestStep(
        chosen.toUpperCase(Locale.ROOT),
        Words.plain(url, NOWHERE),
        name,
        Map.of(),
        fields(),
        Words.missing(NOWHERE),
        body.isEmpty() ? new Payload.None() : new Payload.Raw(Words.plain(body, NOWHERE)),
        timeout,
        accepted,
        Redirects.FOLLOW,
        List.of(),
        List.of(),
        List.of(),
        RequestStep.OnFailure.CONTINUE,
        NOWHERE);
  }

  private List<Field> fields() {
    List<Field> fields = new ArrayList<>();
    for (String header : headers) {
      int colon = header.indexOf(':');
      String name = colon < 0 ? "" : header.substring(0, colon).strip();
      if (!name.matches("[!#$%&'*+.^_`|~0-9A-Za-z-]+")) {
        throw new IllegalArgumentException(
            "expected a header such as 'Accept: text/html', was '" + header + "'");
      }
      if (name.toLowerCase(Locale.ROOT)
          .matches("host|content-length|connection|transfer-encoding")) {
        throw new IllegalArgumentException("the header '" + name + "' follows from the request");
      }
      fields.add(
          new Field(name, Words.plain(header.substring(colon + 1).strip(), NOWHERE), NOWHERE));
    }
    return fields;
  }
}
