package io.sluice.engine.user;

import io.sluice.engine.door.Door;
import io.sluice.engine.pace.SplitMix;
import io.sluice.engine.wire.Exchange;
import org.jspecify.annotations.Nullable;

/**
 * One visitor: where it is in its script, what it remembers, and its one exchange at a time.
 *
 * <pre>
 *  IDLE ─start─► RUNNING ─Send─► WAITING ─done─► RUNNING ─Pause─► PARKED ─due─► RUNNING ─End─► IDLE
 * </pre>
 */
public final class VirtualUser {
  /** What a user is doing. */
  enum State {
    /** In no iteration. */
    IDLE,
    /** Its script is being run right now. */
    RUNNING,
    /** For a response. */
    WAITING,
    /** In think time. */
    PARKED,
    /** In code that is no script. */
    AWAY
  }

  final Population population;
  final int number;
  final Slots slots;
  final Exchange exchange;

  State state = State.IDLE;
  int pc;
  long iteration;

  /** When it became ready for what it does next: the intended start of its next request. */
  long readyAt;

  /** The window of the exchange under way. */
  int window;

  /** The request under way. */
  int request;

  int redirects;
  boolean lastFailed;

  /** The exchange brought an answer, whatever its status. */
  boolean answered;

  /** The response under way has failed nothing but limits on its time. */
  boolean late;

  /** It has waited for something in this iteration. */
  boolean waited;

  /** It is not wanted any more and stops at the end of its iteration. */
  boolean retiring;

  /** When its iteration is cut since it is not wanted any more. */
  long cutAt = Long.MAX_VALUE;

  /** Where its request went, if that is worth being kept; else empty. */
  String sentTo = "";

  /** Which request of the cell it is that is under way: what its trace is made from. */
  long trace;

  /** What its code is run by; null where it runs a script, and before. */
  @Nullable Door door;

  private long random;
  private long randomBefore;

  VirtualUser(Population population, int number, int targets, int wantedHeaders) {
    this.population = population;
    this.number = number;
    slots = new Slots(population.script().slots());
    exchange = new Exchange(this, targets, wantedHeaders);
    // Mixed: starts that lie multiples of GAMMA apart would be one stream, shifted.
    random = SplitMix.mix(population.seed() + SplitMix.mix(number + 1L));
  }

  /** 64 random bits. */
  long nextRandom() {
    random += SplitMix.GAMMA;
    return SplitMix.mix(random);
  }

  /** Its request is about to be written. */
  void beforeWriting() {
    randomBefore = random;
  }

  /** Goes back to the random numbers that its request was written with; returns the present. */
  long rewind() {
    long present = random;
    random = randomBefore;
    return present;
  }

  /** Goes on with what {@link #rewind} returned. */
  void resume(long present) {
    random = present;
  }

  /** Uniform in [from, to], both included; from where the ends are out of order. */
  long nextBetween(long from, long to) {
    long span = to - from + 1;
    if (span <= 0) {
      return from;
    }
    // The upper bits of a 64 x 64 product: bias below span / 2^64.
    return from + Math.unsignedMultiplyHigh(nextRandom(), span);
  }
}
