package io.sluice.gate;

import io.sluice.model.plan.ArrivalModel;
import io.sluice.model.plan.Measure;
import io.sluice.model.plan.Units;
import io.sluice.model.run.Health;
import io.sluice.model.run.RunEnd;
import io.sluice.model.run.RunResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.HdrHistogram.Histogram;

/**
 * Whether what was seen may be put down to the target: the generator's own delays can only make it
 * look worse, a load that was not offered can only make it look better, and a run that was cut has
 * not seen the rest. Findings that do not survive this become INCONCLUSIVE; none becomes better.
 */
final class Attribution {
  private static final double FULL_LOAD = 0.99;

  private final RunResult run;
  private final Progress progress;
  private final Observed observed;
  private final Steadiness steadiness;
  private final Diagnosis diagnosis;
  private final boolean open;

  Attribution(RunResult run, Progress progress, Observed observed, Steadiness steadiness) {
    this.run = run;
    this.progress = progress;
    this.observed = observed;
    this.steadiness = steadiness;
    diagnosis = new Diagnosis(observed);
    open = run.plan().phases().stream().anyMatch(phase -> phase.arrivals().open());
  }

  /** The finding, or an INCONCLUSIVE one where it cannot be put down to the target. */
  Finding weigh(Finding finding, Stretches stretches) {
    String doubt =
        switch (finding.status()) {
          case PASS -> doubtOfPass(finding, stretches);
          case FAIL -> doubtOfFail(finding);
          case INCONCLUSIVE -> finding.lateness().excessive() ? late(finding.lateness()) : "";
        };
    return doubt.isEmpty()
        ? finding
        : finding.as(Status.INCONCLUSIVE, finding.reason() + "; but " + doubt);
  }

  private String doubtOfPass(Finding finding, Stretches stretches) {
    String load = loadNotOffered();
    if (!load.isEmpty()) {
      return load;
    }
    if (cutBefore(stretches)) {
      return ending(stretches.endNanos()) + ", and the rest was not seen";
    }
    double rise = steadiness.rise();
    boolean byTime = finding.objective().measure().unit() == Measure.Unit.TIME;
    if (byTime && rise > 1 && finding.estimate() * rise > finding.objective().threshold()) {
      return ("response times rose by %s from the beginning to the end: as long a load again would"
              + " pass the limit")
          .formatted(Units.percent(rise - 1));
    }
    return steadiness.fallsBehind()
        ? "ever more requests were waiting for their answers: the target fell behind the arrivals"
        : "";
  }

  private String doubtOfFail(Finding finding) {
    if (finding.lateness().excessive() && !finding.failsOnTime()) {
      return late(finding.lateness())
          + "; what was seen while it was on time does not prove a failure";
    }
    boolean ownShortage =
        open && observed.offered() + observed.dropped() < FULL_LOAD * observed.planned();
    boolean needsLoad =
        switch (finding.objective().measure()) {
          case Measure.Throughput _,
              Measure.ByteRate _,
              Measure.CounterRate _,
              Measure.OfferedLoad _ ->
              true;
          default -> false;
        };
    if (needsLoad && ownShortage) {
      return loadNotOffered();
    }
    return finding.objective().measure() instanceof Measure.ErrorRate ? ownErrors(finding) : "";
  }

  /** Connections that the generator itself could not open are no errors of the target. */
  private String ownErrors(Finding finding) {
    double own = (double) observed.withoutConnection() / Math.max(1, observed.requests());
    return own > 0 && finding.estimate() - own <= finding.objective().threshold()
        ? "%s of the requests had no connection because the generator could open no more of them"
            .formatted(Units.percent(own))
        : "";
  }

  /** {@code the generator itself was late …: what to do}. */
  private String late(Lateness lateness) {
    return "the generator itself was late by more than %s in %s of the cases%s"
        .formatted(
            Units.formatNanos(lateness.limitNanos()),
            Units.percent(lateness.share()),
            diagnosis.clause());
  }

  /** How the planned load was missed, as a clause; empty if it was offered. */
  private String loadNotOffered() {
    if (open && observed.dropped() > 0) {
      return "%s dropped because no user was free: the target saw less than the planned load"
          .formatted(
              observed.dropped() == 1
                  ? "1 arrival was"
                  : String.format(Locale.ROOT, "%,d arrivals were", observed.dropped()));
    }
    if (open && observed.offered() < FULL_LOAD * observed.planned()) {
      return String.format(
          Locale.ROOT,
          "only %,d of %,d planned arrivals were offered%s",
          observed.offered(),
          observed.planned(),
          diagnosis.clause());
    }
    return observed.grosslyLate() > 1 - FULL_LOAD
        ? "the load did not come when it was planned: the generator was late by more than %s in %s of the cases%s"
            .formatted(
                Units.formatNanos(Observed.GROSSLY_LATE),
                Units.percent(observed.grosslyLate()),
                diagnosis.clause())
        : "";
  }

  private boolean cutBefore(Stretches stretches) {
    return progress.end().reason() != RunEnd.Reason.COMPLETED
        && progress.end().nanos() < stretches.endNanos();
  }

  /** {@code the run was interrupted after 12s of 30s}. */
  private String ending(long wholeNanos) {
    return "the run %s after %s of %s"
        .formatted(
            switch (progress.end().reason()) {
              case INTERRUPTED -> "was interrupted";
              case STOPPED -> "was stopped";
              case LOST -> "was lost";
              case COMPLETED -> "ended";
            },
            Question.time(progress.end().nanos()),
            Question.time(wholeNanos));
  }

  /** Sentences about the run that bear on its verdict. */
  List<String> notes(List<Finding> findings) {
    List<String> notes = new ArrayList<>();
    run.plan()
        .phases()
        .forEach(phase -> notes.add(sentence(phase.name() + ": " + describe(phase.arrivals()))));
    if (run.plan().comparesArms()) {
      notes.add(
          "A and B had their load in the same seconds; an objective that names no arm judges B,"
              + " the release.");
    }
    if (progress.end().reason() != RunEnd.Reason.COMPLETED) {
      String detail = progress.end().detail().isEmpty() ? "" : ": " + progress.end().detail();
      notes.add(sentence(ending(run.plan().duration().toNanos()) + detail));
    }
    String load = loadNotOffered();
    if (!load.isEmpty()) {
      notes.add(sentence(load));
    }
    Health generator = observed.generator();
    String figures =
        "lag p99 %s, loop delay p99 %s, busy share %s"
            .formatted(
                p99(generator.lag()),
                p99(generator.loopDelay()),
                Units.percent(generator.busyShare()));
    boolean late = findings.stream().anyMatch(finding -> finding.lateness().excessive());
    if (load.isEmpty() && !late) {
      notes.add(sentence("the generator is clean: " + figures));
    } else {
      notes.add(sentence("the generator's own figures: " + figures + diagnosis.clause()));
    }
    return notes;
  }

  private static String p99(Histogram micros) {
    return Units.formatNanos(micros.getValueAtPercentile(99) * 1000.0);
  }

  private static String describe(ArrivalModel model) {
    String how = how(model);
    return model.open()
        ? "open model, %s, whatever the target does".formatted(how)
        : "closed model, %s; each waits for its responses, so a slow target is asked less"
            .formatted(how);
  }

  private static String how(ArrivalModel model) {
    return switch (model) {
      case ArrivalModel.ConstantRate rate ->
          "%s arrivals at %s/s".formatted(name(rate.spacing()), Units.number(rate.perSecond()));
      case ArrivalModel.RampingRate ramp -> name(ramp.spacing()) + " arrivals at a ramping rate";
      case ArrivalModel.ConstantUsers users -> Question.count(users.users(), "user");
      case ArrivalModel.RampingUsers users -> "up to " + Question.count(users.maxUsers(), "user");
      case ArrivalModel.Iterations iterations ->
          "%s with %s each"
              .formatted(
                  Question.count(iterations.users(), "user"),
                  Question.count(iterations.perUser(), "iteration"));
      case ArrivalModel.SharedIterations shared ->
          "%s sharing %s"
              .formatted(
                  Question.count(shared.users(), "user"),
                  Question.count(shared.iterations(), "iteration"));
      case ArrivalModel.Split split ->
          "%s of %s, chosen at random"
              .formatted(Units.percent(split.ownShare()), how(split.whole()));
    };
  }

  private static String name(ArrivalModel.Spacing spacing) {
    return switch (spacing) {
      case POISSON -> "Poisson";
      case UNIFORM, FROM_START, WHEN_DUE -> "evenly spaced";
    };
  }

  private static String sentence(String clause) {
    return Character.toUpperCase(clause.charAt(0)) + clause.substring(1) + ".";
  }
}
