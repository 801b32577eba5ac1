package io.sluice.scenarios.text;

import io.sluice.model.plan.ArrivalModel.RateStage;
import io.sluice.model.plan.ArrivalModel.UserStage;
import io.sluice.model.plan.Units;
import io.sluice.scenarios.source.Snippet;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads think times, and the stages of a ramp.
 *
 * <pre>
 *  think      = duration [ ".." duration ]            2s, 1s..5s
 *  user-stage = number "in" duration                  100 in 2m
 *  rate-stage = rate "in" duration                    200/s in 1m
 * </pre>
 */
public final class StageParser {
  private static final Pattern STAGE = Pattern.compile("\\s*(.+?)\\s+in\\s+(.+?)\\s*");

  private StageParser() {}

  /** The ends of a think time. */
  public record Range(Duration min, Duration max) {}

  /**
   * Reads a think time.
   *
   * @throws MalformedText if it is none
   */
  public static Range think(Snippet snippet) {
    String text = snippet.text();
    int dots = text.indexOf("..");
    try {
      Duration min = Units.duration(dots < 0 ? text : text.substring(0, dots));
      Duration max = dots < 0 ? min : Units.duration(text.substring(dots + 2));
      if (max.compareTo(min) < 0) {
        throw new MalformedText(
            snippet.at(), "a think time must not end before it begins, was '" + text + "'");
      }
      return new Range(min, max);
    } catch (IllegalArgumentException e) {
      throw new MalformedText(
          snippet.at(), "expected a think time such as 2s or 1s..5s, was '" + text + "'");
    }
  }

  /**
   * Reads a stage of users.
   *
   * @throws MalformedText if it is none
   */
  public static UserStage users(Snippet snippet) {
    Matcher stage = match(snippet, "100 in 2m");
    if (!stage.group(1).matches("\\d{1,7}")) {
      throw new MalformedText(
          snippet.at(),
          "expected a number of users below 10,000,000 in a stage such as '100 in 2m', was '%s'"
              .formatted(snippet.text()));
    }
    return new UserStage(duration(snippet, stage), Integer.parseInt(stage.group(1)));
  }

  /**
   * Reads a stage of arrival rates.
   *
   * @throws MalformedText if it is none
   */
  public static RateStage rate(Snippet snippet) {
    Matcher stage = match(snippet, "200/s in 1m");
    try {
      return new RateStage(duration(snippet, stage), Units.perSecond(stage.group(1)));
    } catch (IllegalArgumentException e) {
      throw new MalformedText(snippet.at(), String.valueOf(e.getMessage()));
    }
  }

  private static Duration duration(Snippet snippet, Matcher stage) {
    try {
      return Units.duration(stage.group(2));
    } catch (IllegalArgumentException e) {
      throw new MalformedText(snippet.at(stage.start(2)), String.valueOf(e.getMessage()));
    }
  }

  private static Matcher match(Snippet snippet, String example) {
    Matcher stage = STAGE.matcher(snippet.text());
    if (!stage.matches()) {
      throw new MalformedText(
          snippet.at(),
          "expected a stage such as '%s', was '%s'".formatted(example, snippet.text()));
    }
    return stage;
  }
}
