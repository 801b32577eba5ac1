package io.sluice.model.plan;

import io.sluice.model.plan.ArrivalModel.Arm;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What objectives mean where two arms are compared: those that name neither an arm nor a phase
 * judge B, the release. A is the reference that runs today; over both together, a good A would hide
 * a bad B.
 *
 * <p>A threshold that grows with the load, such as the floor of a throughput, is one of the whole
 * load: B has to hold its share of it.
 */
public final class ReleaseObjectives {
  private static final Pattern MEASURE =
      Pattern.compile("\\s*[A-Za-z_][\\w.]*\\s*(?:\\([^)]*\\))?");

  private ReleaseObjectives() {}

  /** The objectives as they judge a plan: the same ones if it compares no arms. */
  public static List<Objective> of(LoadPlan plan, List<Objective> objectives) {
    return plan.phases().stream()
        .map(Phase::arrivals)
        .filter(ArrivalModel.Split.class::isInstance)
        .findFirst()
        .map(load -> ((ArrivalModel.Split) load).share())
        .map(share -> objectives.stream().map(objective -> ofB(objective, share)).toList())
        .orElse(List.copyOf(objectives));
  }

  private static Objective ofB(Objective objective, double share) {
    Selection selection = objective.selection();
    boolean ofBothAlways =
        objective.measure() instanceof Measure.OfferedLoad
            || objective.measure() instanceof Measure.TargetMetric;
    if (ofBothAlways
        || selection.names().containsKey(Arm.TAG)
        || selection.names().containsKey("phase")) {
      return objective;
    }
    Map<String, String> names = new HashMap<>(selection.names());
    names.put(Arm.TAG, Arm.B.key());
    boolean scaled =
        growsWithLoad(objective.measure()) && objective.bound() instanceof Threshold.Fixed;
    Threshold bound =
        scaled ? new Threshold.Fixed(objective.threshold() * share) : objective.bound();
    return new Objective(
        objective.measure(),
        new Selection(names, selection.span()),
        objective.comparison(),
        bound,
        objective.severity(),
        objective.minSamples(),
        scaled ? scaled(objective, share) : narrowed(objective.expression()));
  }

  private static boolean growsWithLoad(Measure measure) {
    return switch (measure.unit()) {
      case RATE, BYTE_RATE -> true;
      case NUMBER -> measure instanceof Measure.CounterTotal;
      case TIME, SHARE -> false;
    };
  }

  /** The expression with the arm in its selection. */
  private static String narrowed(String expression) {
    Matcher measure = MEASURE.matcher(expression);
    if (!measure.lookingAt()) {
      return expression;
    }
    String head = measure.group().strip();
    String rest = expression.substring(measure.end()).strip();
    String arm = "{" + Arm.TAG + ":" + Arm.B.key();
    return rest.startsWith("{") ? head + arm + "," + rest.substring(1) : head + arm + "} " + rest;
  }

  private static String scaled(Objective objective, double share) {
    String narrowed = narrowed(objective.expression());
    String symbol = objective.comparison().symbol();
    return narrowed.substring(0, narrowed.lastIndexOf(symbol) + symbol.length())
        + " "
        + objective.format(objective.threshold() * share);
  }
}
