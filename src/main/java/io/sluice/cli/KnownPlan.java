package io.sluice.cli;

import io.sluice.model.plan.LoadPlan;
import io.sluice.model.run.Interval;
import io.sluice.model.run.Renumbering;
import io.sluice.model.run.SeriesCatalog;
import io.sluice.scenarios.json.PlanJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.function.IntSupplier;
import java.util.function.Supplier;

/**
 * The plan of a run of code by the names that are known so far, and its file: stored anew whenever
 * there are more, before the run log has an interval with them. So the names survive the process.
 */
final class KnownPlan {
  private final Path file;
  private final IntSupplier count;
  private final Supplier<LoadPlan> latest;
  private final SeriesCatalog roomy;
  private int stored;
  private LoadPlan plan;
  private Renumbering renumbering;
  private Interval interval;

  /**
   * Stores the plan as it is known now.
   *
   * @param file where
   * @param roomy the catalog of the run's intervals: with room for all names
   * @param count how many names there are; it only rises
   * @param latest the plan by all names that there are
   */
  KnownPlan(Path file, SeriesCatalog roomy, IntSupplier count, Supplier<LoadPlan> latest) {
    this.file = file;
    this.roomy = roomy;
    this.count = count;
    this.latest = latest;
    stored = count.getAsInt();
    plan = latest.get();
    renumbering = new Renumbering(roomy, SeriesCatalog.of(plan));
    interval = new Interval(renumbering.to());
    write();
  }

  /** The plan as it is stored. */
  LoadPlan plan() {
    return plan;
  }

  /** Whether there are more names than before; they are stored then. */
  boolean grew() {
    int now = count.getAsInt();
    if (now == stored) {
      return false;
    }
    stored = now;
    plan = latest.get();
    renumbering = new Renumbering(roomy, SeriesCatalog.of(plan));
    interval = new Interval(renumbering.to());
    write();
    return true;
  }

  /** An interval of the run by the numbers of {@link #plan}; valid until the next call. */
  Interval numbered(Interval seen) {
    interval.reset();
    interval.span(seen.number(), seen.fromNanos(), seen.toNanos());
    renumbering.add(seen, interval);
    return interval;
  }

  /** Whole or not at all: whoever reads finds the one before, or this one. */
  private void write() {
    Path unfinished = file.resolveSibling("." + file.getFileName() + ".part");
    try {
      Files.writeString(unfinished, PlanJson.write(plan));
      Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write to " + file, e);
    }
  }
}
