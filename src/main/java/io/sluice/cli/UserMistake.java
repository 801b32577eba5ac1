package io.sluice.cli;

/**
 * Something that the user can put right. The message is one sentence: what, where, what instead.
 */
final class UserMistake extends RuntimeException {
  private static final long serialVersionUID = 1;

  UserMistake(String message) {
    super(message);
  }
}
