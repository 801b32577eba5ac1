package io.sluice.gate.capacity;

/** How a search ended. */
public enum Conclusion {
  /** A rate is proven to pass, and the next ones do not. */
  FOUND("the capacity lies between the rates below"),
  /** The highest rate that may be tried passes. */
  AT_LEAST("the highest rate that may be tried passes: the capacity is at least that"),
  /** The generator cannot make more load: the target's capacity is not known. */
  GENERATOR_LIMIT("the generator cannot make more load: the target takes at least this"),
  /** The start rate fails. */
  BELOW_START("the start rate fails already: the capacity is below it"),
  /** The start rate neither passes nor fails. */
  START_NOT_SETTLED("the start rate neither passes nor fails; try another, or longer probes"),
  /** No rate passes twice. */
  NOT_CONFIRMED("no rate that passed once passed again"),
  /** After an overload the target stays slow at a rate that it was at ease with. */
  TARGET_NOT_RECOVERED("after an overload the target stayed slow at the start rate"),
  /** A higher rate passes than one that fails, again and again. */
  NOISY("a higher rate passed than one that failed, twice: something else decides"),
  /** It was ended from outside. */
  INTERRUPTED("interrupted; this is what was proven so far");

  private final String text;

  Conclusion(String text) {
    this.text = text;
  }

  /** A clause that explains it. */
  public String text() {
    return text;
  }
}
