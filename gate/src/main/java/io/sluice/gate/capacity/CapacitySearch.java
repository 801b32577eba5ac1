package io.sluice.gate.capacity;

import io.sluice.gate.Status;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Searches for the largest rate at which all objectives hold. It has no clock and makes no load:
 * {@link #next} says what to do, {@link #take} is told what came of it. Not thread-safe.
 *
 * <pre>
 *  state         probes                          next state
 *  REFERENCE     the start rate                  PASS: RAMP, else the end
 *  RAMP          x 1.5                           not PASS: BISECTION; PASS at the highest rate
 *                                                allowed: CONFIRMATION
 *  BISECTION     sqrt(lo hi): lo the highest     hi / lo within the tolerance: CONFIRMATION
 *                that passed, hi the next above
 *  CONFIRMATION  lo, several times               all PASS: FAIL_BOUND; else lo / 1.05, again
 *  FAIL_BOUND    x 1.05 and more, if nothing     a FAIL: the end
 *                failed or only beyond 1.2 lo
 * </pre>
 *
 * <p>What is not proven to pass counts as not sustainable. Between two of these:
 *
 * <ul>
 *   <li>after each FAIL the start rate is probed until its median is that of the reference again;
 *       if it does not come back, that is the finding;
 *   <li>where a rate fails and one at or above it passes, both are probed again; if they still
 *       contradict each other, something else decides, and the search ends;
 *   <li>a probe that the generator spoiled is repeated once; if it is spoiled again, the rate that
 *       passed last is confirmed; unless a higher one fails, it is the generator's limit, never a
 *       capacity.
 * </ul>
 */
public final class CapacitySearch {
  private static final double GROWTH = 1.5;
  private static final double SMALL_STEP = 1.05;
  private static final double WIDE = 1.2;
  private static final int SMALL_STEPS = 2;
  private static final int BOUND_PROBES = 10;
  private static final double SAME = 1e-9;

  private enum State {
    REFERENCE,
    RAMP,
    BISECTION,
    CONFIRMATION,
    FAIL_BOUND,
    OVER
  }

  private record Errand(double rate, Purpose purpose) {}

  private final SearchSettings settings;
  private final ProbeTable table = new ProbeTable();
  private final Recovery recovery = new Recovery();
  private final Deque<Errand> errands = new ArrayDeque<>();
  private State state = State.REFERENCE;
  private Conclusion conclusion = Conclusion.FOUND;
  private @Nullable Probe asked;
  private int numbers;
  private double top;
  private double confirming;
  private int confirmed;
  private double proven = Double.NaN;
  private int boundProbes;
  private double spoiled = Double.NaN;
  private boolean contradicted;

  /** A search that has not begun. */
  public CapacitySearch(SearchSettings settings) {
    this.settings = settings;
    this.top = settings.start();
  }

  /** What it wants: the same until a result was taken. */
  public Step next() {
    if (asked == null) {
      asked = ask();
    }
    return asked == null ? new Step.Done(result(conclusion)) : new Step.Run(asked);
  }

  /** What was found so far, if nothing more is to come: the search was interrupted. */
  public CapacityResult soFar() {
    return result(Conclusion.INTERRUPTED);
  }

  private @Nullable Probe ask() {
    if (!errands.isEmpty()) {
      Errand errand = errands.removeFirst();
      return probe(errand.rate(), errand.purpose());
    }
    return switch (state) {
      case REFERENCE -> probe(settings.start(), Purpose.REFERENCE);
      case RAMP -> probe(Math.min(settings.most(), top * GROWTH), Purpose.RAMP);
      case BISECTION -> probe(middle(), Purpose.BISECTION);
      case CONFIRMATION -> probe(confirming, Purpose.CONFIRMATION);
      case FAIL_BOUND -> probe(nextBound(), Purpose.FAIL_BOUND);
      case OVER -> null;
    };
  }

  private Probe probe(double rate, Purpose purpose) {
    numbers++;
    return settings.probe(numbers, rate, purpose);
  }

  private double middle() {
    double low = table.highestPass();
    return Math.sqrt(low * table.lowestOpenAbove(low));
  }

  /**
   * Takes the result of the probe that was asked for.
   *
   * @throws IllegalStateException if another one was asked for, or none
   */
  public void take(ProbeResult result) {
    if (!result.probe().equals(asked)) {
      throw new IllegalStateException("asked for %s, got %s".formatted(asked, result.probe()));
    }
    asked = null;
    table.add(result);
    if (result.probe().purpose() == Purpose.RECOVERY) {
      recovered(result);
    } else if (result.blame() == Blame.GENERATOR) {
      spoiled(result);
    } else {
      judged(result);
    }
  }

  private void recovered(ProbeResult result) {
    switch (recovery.of(result)) {
      case AGAIN -> errands.addFirst(new Errand(settings.start(), Purpose.RECOVERY));
      case NEVER -> over(Conclusion.TARGET_NOT_RECOVERED);
      case RECOVERED, UNKNOWN -> {}
    }
  }

  private void spoiled(ProbeResult result) {
    double rate = result.probe().rate();
    if (!ProbeTable.same(spoiled, rate)) {
      spoiled = rate;
      errands.addFirst(new Errand(rate, result.probe().purpose()));
      return;
    }
    boolean nothingToConfirm = Double.isNaN(table.highestPass()) || state == State.CONFIRMATION;
    if (state == State.FAIL_BOUND) {
      over(Conclusion.FOUND);
    } else if (nothingToConfirm) {
      over(Conclusion.GENERATOR_LIMIT);
    } else {
      boolean bounded = Double.isFinite(table.lowestFail());
      confirm(table.highestPass(), bounded ? Conclusion.FOUND : Conclusion.GENERATOR_LIMIT);
    }
  }

  private void judged(ProbeResult result) {
    spoiled = Double.NaN;
    if (state == State.REFERENCE) {
      recovery.reference(result.figures().p50Nanos());
    } else if (result.status() == Status.FAIL) {
      recovery.begin();
      errands.addFirst(new Errand(settings.start(), Purpose.RECOVERY));
    }
    if (result.probe().purpose() != Purpose.REPEAT) {
      advance(result);
    }
    weighContradiction();
  }

  private void advance(ProbeResult result) {
    boolean pass = result.status() == Status.PASS;
    switch (state) {
      case REFERENCE -> {
        state = State.RAMP;
        if (!pass) {
          boolean failed = result.status() == Status.FAIL;
          over(failed ? Conclusion.BELOW_START : Conclusion.START_NOT_SETTLED);
        }
      }
      case RAMP -> {
        top = result.probe().rate();
        if (!pass) {
          state = State.BISECTION;
          narrow();
        } else if (top >= settings.most() * (1 - SAME)) {
          confirm(top, Conclusion.AT_LEAST);
        }
      }
      case BISECTION -> narrow();
      case CONFIRMATION -> confirmation(result);
      case FAIL_BOUND -> {
        boundProbes++;
        bound();
      }
      case OVER -> {}
    }
    if (state == State.RAMP && top >= settings.most() * (1 - SAME)) {
      confirm(top, Conclusion.AT_LEAST); // the start rate is the highest one allowed
    }
  }

  private void narrow() {
    double low = table.highestPass();
    if (table.lowestOpenAbove(low) / low <= 1 + settings.tolerance() + SAME) {
      confirm(low, Conclusion.FOUND);
    }
  }

  private void confirm(double rate, Conclusion ifConfirmed) {
    state = State.CONFIRMATION;
    confirming = rate;
    confirmed = 0;
    conclusion = ifConfirmed;
  }

  private void confirmation(ProbeResult result) {
    if (result.status() == Status.PASS) {
      confirmed++;
      if (confirmed >= settings.confirmations()) {
        proven = confirming;
        state = conclusion == Conclusion.FOUND ? State.FAIL_BOUND : State.OVER;
        bound();
      }
      return;
    }
    if (confirming <= settings.start() * (1 + SAME)) {
      over(Conclusion.NOT_CONFIRMED);
      return;
    }
    confirm(
        Math.max(settings.start(), confirming / SMALL_STEP),
        conclusion == Conclusion.AT_LEAST ? Conclusion.FOUND : conclusion);
  }

  /** Small steps at first; larger and larger ones where nothing is decided for long. */
  private double nextBound() {
    double step = Math.pow(SMALL_STEP, 1 << Math.max(0, boundProbes - SMALL_STEPS));
    return table.highestNotFailing() * Math.min(GROWTH, step);
  }

  /** Whether a bound that fails is known, near enough, or cannot be had. */
  private void bound() {
    double fail = table.lowestFail();
    double next = nextBound();
    boolean near = fail <= WIDE * proven;
    boolean reached = next >= fail * (1 - SAME);
    boolean tooHigh = next > settings.most() * (1 + SAME);
    if (state == State.FAIL_BOUND && (near || reached || tooHigh || boundProbes >= BOUND_PROBES)) {
      over(Conclusion.FOUND);
    }
  }

  private void weighContradiction() {
    double[] rates = table.contradiction();
    boolean repeating = errands.stream().anyMatch(errand -> errand.purpose() == Purpose.REPEAT);
    if (rates.length == 0 || repeating) {
      return;
    }
    if (contradicted) {
      errands.removeIf(errand -> errand.purpose() == Purpose.REPEAT);
      over(Conclusion.NOISY);
      return;
    }
    contradicted = true;
    for (double rate : rates) {
      errands.addLast(new Errand(rate, Purpose.REPEAT));
    }
  }

  private void over(Conclusion how) {
    state = State.OVER;
    conclusion = how;
  }

  private CapacityResult result(Conclusion how) {
    List<ProbeResult> probes = table.all();
    List<ProbeResult> counted = probes.stream().filter(ProbeResult::counts).toList();
    double fail = table.lowestFail();
    return new CapacityResult(
        how,
        proven,
        table.highestPass(),
        fail,
        Interpolation.of(counted, Double.isNaN(proven) ? table.highestPass() : proven, fail),
        KneeFinder.of(counted),
        UslFit.of(counted),
        table.requestsPerIteration(),
        probes);
  }
}
