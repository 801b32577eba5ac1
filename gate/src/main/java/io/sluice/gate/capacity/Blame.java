package io.sluice.gate.capacity;

/** Whom an undecided probe is put down to. */
public enum Blame {
  /** Nobody: what was seen is the target's doing, or there was too little of it. */
  NOBODY,
  /** The generator did not make the load, or made it late. */
  GENERATOR
}
