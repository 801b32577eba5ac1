package io.sluice.k6.syntax;

/** Why a text is no program: a sentence, and where. */
public final class SyntaxProblem extends Exception {
  private static final long serialVersionUID = 1L;

  private final int line;
  private final int column;

  SyntaxProblem(String sentence, int line, int column) {
    super(sentence);
    this.line = line;
    this.column = column;
  }

  /** The line, from 1; 0 for the file as a whole. */
  public int line() {
    return line;
  }

  /** The column, from 1; 0 for the file as a whole. */
  public int column() {
    return column;
  }
}
