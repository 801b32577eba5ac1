package io.sluice.gate;

import io.sluice.model.plan.ArrivalModel;
import io.sluice.model.plan.Measure;
import io.sluice.model.plan.Units;
import io.sluice.model.run.RunEnd;
import io.sluice.model.run.RunResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Whether what was seen may be put down to the target: the generator's own delays can only make it
 * look worse, a load that was not offered can only make it look better, and a run that was cut has
 * not seen the rest. Findings that do not survive this become INCONCLUSIVE; none becomes better.
 */
final class Attribution {
  private static final double FULL_LOAD = 0.99;
  private static final double LATE_SHARE = 0.1;

  private final RunResult run;
  private final Observed observed;
  private final boolean open;

  Attribution(RunResult run, Observed observed) {
    this.run = run;
    this.observed = observed;
    open = run.plan().phases().stream().anyMatch(phase -> phase.arrivals().open());
  }

  /** The finding, or an INCONCLUSIVE one where it cannot be put down to the target. */
  Finding weigh(Finding finding, Stretches stretches) {
    String doubt =
        switch (finding.status()) {
          case PASS -> doubtOfPass(stretches);
          case FAIL -> doubtOfFail(finding);
          case INCONCLUSIVE -> "";
        };
    return doubt.isEmpty()
        ? finding
        : finding.as(Status.INCONCLUSIVE, finding.reason() + "; but " + doubt);
  }

  private String doubtOfPass(Stretches stretches) {
    String load = loadNotOffered();
    return load.isEmpty() && cutBefore(stretches)
        ? ending(stretches.endNanos()) + ", and the rest was not seen"
        : load;
  }

  private String doubtOfFail(Finding finding) {
    double limit = finding.objective().threshold();
    if (finding.generatorsFault() && observed.loopDelayP99() > LATE_SHARE * limit) {
      return ("it would hold by service time, and the generator's loops were late by %s (p99):"
              + " the delay may be the generator's own")
          .formatted(Units.formatNanos(observed.loopDelayP99()));
    }
    boolean ownShortage =
        open && observed.offered() + observed.dropped() < FULL_LOAD * observed.planned();
    return finding.objective().measure() instanceof Measure.Throughput && ownShortage
        ? loadNotOffered()
        : "";
  }

  /** How the planned load was missed, as a clause; empty if it was offered. */
  private String loadNotOffered() {
    if (!open) {
      return "";
    }
    if (observed.dropped() > 0) {
      return "%s dropped because no user was free: the target saw less than the planned load"
          .formatted(
              observed.dropped() == 1
                  ? "1 arrival was"
                  : String.format(Locale.ROOT, "%,d arrivals were", observed.dropped()));
    }
    return observed.offered() < FULL_LOAD * observed.planned()
        ? String.format(
            Locale.ROOT,
            "only %,d of %,d planned arrivals were offered",
            observed.offered(),
            observed.planned())
        : "";
  }

  private boolean cutBefore(Stretches stretches) {
    return run.end().reason() != RunEnd.Reason.COMPLETED
        && run.end().nanos() < stretches.endNanos();
  }

  /** {@code the run was interrupted after 12s of 30s}. */
  private String ending(long wholeNanos) {
    return "the run %s after %s of %s"
        .formatted(
            switch (run.end().reason()) {
              case INTERRUPTED -> "was interrupted";
              case STOPPED -> "was stopped";
              case LOST -> "was lost";
              case COMPLETED -> "ended";
            },
            Question.time(run.end().nanos()),
            Question.time(wholeNanos));
  }

  /** Sentences about the run that bear on its verdict. */
  List<String> notes(boolean anyDelayDoubted) {
    List<String> notes = new ArrayList<>();
    run.plan()
        .phases()
        .forEach(phase -> notes.add(sentence(phase.name() + ": " + describe(phase.arrivals()))));
    if (run.plan().comparesArms()) {
      notes.add(
          "A and B had their load in the same seconds; an objective that names no arm judges B,"
              + " the release.");
    }
    if (run.end().reason() != RunEnd.Reason.COMPLETED) {
      String detail = run.end().detail().isEmpty() ? "" : ": " + run.end().detail();
      notes.add(sentence(ending(run.plan().duration().toNanos()) + detail));
    }
    String load = loadNotOffered();
    if (!load.isEmpty()) {
      notes.add(sentence(load));
    }
    String figures =
        "lag p99 %s, loop delay p99 %s, busy share %s"
            .formatted(
                Units.formatNanos(observed.lagP99()),
                Units.formatNanos(observed.loopDelayP99()),
                Units.percent(observed.busyShare()));
    notes.add(
        load.isEmpty() && !anyDelayDoubted
            ? sentence("the generator is clean: " + figures)
            : sentence("the generator's own figures: " + figures));
    return notes;
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
      case ArrivalModel.Split split ->
          "%s of %s, chosen at random"
              .formatted(Units.percent(split.ownShare()), how(split.whole()));
    };
  }

  private static String name(ArrivalModel.Spacing spacing) {
    return switch (spacing) {
      case POISSON -> "Poisson";
      case UNIFORM -> "evenly spaced";
    };
  }

  private static String sentence(String clause) {
    return Character.toUpperCase(clause.charAt(0)) + clause.substring(1) + ".";
  }
}
