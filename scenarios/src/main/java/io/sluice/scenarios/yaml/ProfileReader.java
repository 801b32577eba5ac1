package io.sluice.scenarios.yaml;

import io.sluice.model.plan.AbortRule;
import io.sluice.model.plan.ArrivalModel;
import io.sluice.model.plan.ArrivalModel.RateStage;
import io.sluice.model.plan.ArrivalModel.Spacing;
import io.sluice.model.plan.ArrivalModel.UserStage;
import io.sluice.model.plan.Units;
import io.sluice.model.plan.Window;
import io.sluice.scenarios.source.Snippet;
import io.sluice.scenarios.text.StageParser;
import io.sluice.scenarios.tree.Profile;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;

/** Reads load profiles. */
final class ProfileReader {
  private static final Duration GRACEFUL_STOP = Duration.ofSeconds(30);
  private static final Duration ITERATIONS_LIMIT = Duration.ofMinutes(10);
  private static final int MAX_USERS = 1_000;

  private final YamlSource source;
  private final AbortRule abort;

  /**
   * A reader.
   *
   * @param abort the rule of profiles that have none of their own
   */
  ProfileReader(YamlSource source, AbortRule abort) {
    this.source = source;
    this.abort = abort;
  }

  /** The profile, or null where it is none, which is then noted. */
  @Nullable Profile profile(YamlSource.Entry entry) {
    if (!(entry.value() instanceof MappingNode)) {
      return null;
    }
    int before = source.problems().count();
    Mapping map = Mapping.of(entry.value(), ProfileLanguage.PROFILE, source);
    try {
      ArrivalModel arrivals = arrivals(map);
      Duration stop = map.duration("graceful_stop", GRACEFUL_STOP);
      AbortRule rule = new VerdictReader(source).abort(map, abort);
      return new Profile(entry.key(), arrivals, windows(map, arrivals), stop, rule, entry.at());
    } catch (IllegalArgumentException e) {
      // What is left after another mistake was noted says nothing new.
      if (source.problems().count() == before) {
        source
            .problems()
            .add(entry.at(), "profile '%s': %s".formatted(entry.key(), e.getMessage()));
      }
      return null;
    }
  }

  private ArrivalModel arrivals(Mapping map) {
    if (map.has("users") == map.has("rate")) {
      throw new IllegalArgumentException("expected either 'users' or 'rate'");
    }
    return map.has("users") ? closed(map) : open(map);
  }

  private ArrivalModel closed(Mapping map) {
    refuse(map, "a number of users", "arrivals", "max_users");
    if (map.find("users") instanceof MappingNode ramp) {
      refuse(map, "a ramp", "duration", "warmup", "iterations");
      Mapping stages = Mapping.of(ramp, ProfileLanguage.USER_RAMP, source);
      return new ArrivalModel.RampingUsers(
          stages.whole("from", 0), stages(stages, StageParser::users));
    }
    refuse(map, "a constant load", "measure");
    int users = map.whole("users", 1);
    if (map.has("iterations")) {
      refuse(map, "a number of iterations", "warmup");
      return new ArrivalModel.Iterations(
          users, map.whole("iterations", 1), map.duration("duration", ITERATIONS_LIMIT));
    }
    return new ArrivalModel.ConstantUsers(users, constantDuration(map));
  }

  private ArrivalModel open(Mapping map) {
    refuse(map, "an arrival rate", "iterations");
    Spacing spacing = Spacing.valueOf(map.text("arrivals", "poisson").toUpperCase(Locale.ROOT));
    int maxUsers = map.whole("max_users", MAX_USERS);
    if (map.find("rate") instanceof MappingNode ramp) {
      refuse(map, "a ramp", "duration", "warmup");
      Mapping stages = Mapping.of(ramp, ProfileLanguage.RATE_RAMP, source);
      return new ArrivalModel.RampingRate(
          Units.perSecond(stages.text("from", "0/s")),
          stages(stages, StageParser::rate),
          spacing,
          maxUsers);
    }
    refuse(map, "a constant load", "measure");
    return new ArrivalModel.ConstantRate(
        Units.perSecond(map.text("rate", "1/s")), constantDuration(map), spacing, maxUsers);
  }

  private static Duration constantDuration(Mapping map) {
    if (!map.has("duration")) {
      throw new IllegalArgumentException("a constant load must have a 'duration'");
    }
    return map.duration("warmup", Duration.ZERO)
        .plus(map.duration("duration", Duration.ofSeconds(1)));
  }

  private void refuse(Mapping map, String what, String... keys) {
    for (String key : keys) {
      if (map.has(key)) {
        source.problems().add(map.at(key), "'" + key + "' does not go with " + what);
      }
    }
  }

  private <T> List<T> stages(Mapping ramp, Function<Snippet, T> parser) {
    return ramp.elements("stages").stream()
        .flatMap((Node node) -> Mapping.parsed(source, node, parser).stream())
        .toList();
  }

  private static List<Window> windows(Mapping map, ArrivalModel arrivals) {
    boolean all = map.text("measure", "steady").equals("all");
    return switch (arrivals) {
      case ArrivalModel.RampingUsers ramp -> {
        StageWindows windows = new StageWindows(all, ramp.start(), " users");
        for (UserStage stage : ramp.stages()) {
          windows.add(stage.duration(), stage.target());
        }
        yield windows.toList();
      }
      case ArrivalModel.RampingRate ramp -> {
        StageWindows windows = new StageWindows(all, ramp.start(), "/s");
        for (RateStage stage : ramp.stages()) {
          windows.add(stage.duration(), stage.target());
        }
        yield windows.toList();
      }
      case ArrivalModel.ConstantUsers _,
          ArrivalModel.ConstantRate _,
          ArrivalModel.Iterations _,
          ArrivalModel.SharedIterations _ ->
          Profile.windows(map.duration("warmup", Duration.ZERO), arrivals.duration());
      case ArrivalModel.Split _ ->
          throw new IllegalStateException("no profile says that it is a part of another");
    };
  }
}
