package io.sluice.k6.script.module;

import java.io.IOException;

/** Why a module cannot be had; its message is for the script's author. */
public final class ModuleProblem extends IOException {
  private static final long serialVersionUID = 1L;

  /** What is wrong. */
  public enum Kind {
    /** There is no such module, or it may not be used. */
    MODULE,
    /** Its text cannot be read as a program. */
    SYNTAX
  }

  private final Kind kind;

  ModuleProblem(Kind kind, String message) {
    super(message);
    this.kind = kind;
  }

  /** What is wrong. */
  public Kind kind() {
    return kind;
  }
}
