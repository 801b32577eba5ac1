package io.sluice.storefront.endpoint;

/** Where a method and a path lead to. */
public sealed interface Route {

  /** The name under which the ground truth counts the request; from a bounded set. */
  String label();

  /**
   * An endpoint answers.
   *
   * @param variable the text in the place of the template's variable, empty if it has none
   */
  record Found(Endpoint endpoint, String label, String variable) implements Route {}

  /** The path is known, the method is not allowed there. */
  record WrongMethod(Endpoint endpoint, String label) implements Route {}

  /** No endpoint has this path. */
  record UnknownPath(String label) implements Route {}
}
