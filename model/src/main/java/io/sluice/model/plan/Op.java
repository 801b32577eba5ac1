package io.sluice.model.plan;

import java.time.Duration;

/**
 * One instruction of a compiled script. Jumps name the index of an instruction in the same script.
 *
 * <p>A request is {@code Send}, then {@code Extract}s and {@code Check}s on its response, then
 * {@code Settle}, which fixes the outcome and records it.
 */
public sealed interface Op {
  /** Sends a request and waits until its exchange is done. */
  record Send(int request) implements Op {}

  /** Puts what the selector finds in the response into a slot; clears the slot if there is none. */
  record Extract(int slot, Selector selector) implements Op {}

  /** Runs a check on the response. */
  record Check(int check) implements Op {}

  /** Ends the exchange: its outcome is final and recorded. */
  record Settle() implements Op {}

  /** Computes a value into a slot. */
  record Assign(int slot, Expr value) implements Op {}

  /** Empties a slot. */
  record Clear(int slot) implements Op {}

  /** Think time: waits, uniform at random between the ends. */
  record Pause(Duration min, Duration max) implements Op {
    public Pause {
      if (min.isNegative() || max.compareTo(min) < 0) {
        throw new IllegalArgumentException(
            "think time must be >= 0 and its ends in order, was " + min + " to " + max);
      }
    }
  }

  /** Hands the user to code that is no script, until that has run one iteration. */
  record Call() implements Op {}

  /** Goes on at another instruction. */
  record Jump(int to) implements Op {}

  /** Goes on at another instruction if the condition holds. */
  record JumpIf(Condition condition, int to) implements Op {}

  /** Notes the time in a slot; with {@code StopTimer} it measures a stretch of the journey. */
  record StartTimer(int slot) implements Op {}

  /** Adds the time since {@code StartTimer} to a trend; nothing if the slot is empty. */
  record StopTimer(int slot, int metric) implements Op {}

  /** Adds a true or a false to a rate. */
  record Count(int metric, boolean value) implements Op {}

  /** Adds a number to a counter; nothing if the value is a text that is no number. */
  record Add(int metric, Expr amount) implements Op {}

  /** Sets a gauge to a number; leaves it if the value is a text that is no number. */
  record Gauge(int metric, Expr value) implements Op {}

  /** The end of the iteration; the last instruction of every script. */
  record End() implements Op {}
}
