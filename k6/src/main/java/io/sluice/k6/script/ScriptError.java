package io.sluice.k6.script;

import java.util.List;

/**
 * Why a script cannot go on, as its author is to be told: what, and where in the script; never a
 * frame of ours.
 */
public final class ScriptError extends Exception {
  private static final long serialVersionUID = 1L;

  /** What kind of end it is. */
  public enum Kind {
    /** The text is no JavaScript or TypeScript. */
    SYNTAX,
    /** An import leads nowhere. */
    MODULE,
    /** The script threw, and did not catch. */
    EXCEPTION,
    /** The run asked the user to stop. */
    INTERRUPTED,
    /** The script called {@code exec.test.abort}. */
    ABORTED,
    /** The script computed longer than it may without any call that waits. */
    ENDLESS,
    /** The memory is not enough. */
    MEMORY
  }

  private final Kind kind;
  private final transient List<String> stack;

  /**
   * An error.
   *
   * @param message one sentence, or what the script threw
   * @param stack one line for each function of the script, innermost first: {@code at name
   *     (file:///a.js:1:2(3))}
   */
  ScriptError(Kind kind, String message, List<String> stack) {
    super(message, null, false, false);
    this.kind = kind;
    this.stack = List.copyOf(stack);
  }

  /** What kind of end it is. */
  public Kind kind() {
    return kind;
  }

  /** The functions that were under way, innermost first, as k6 writes them. */
  public List<String> stack() {
    return stack;
  }

  /** Message and stack, as k6 logs them. */
  public String text() {
    var text = new StringBuilder(String.valueOf(getMessage()));
    for (String line : stack) {
      text.append("\n\t").append(line);
    }
    return text.append(stack.isEmpty() ? "" : "\n").toString();
  }
}
