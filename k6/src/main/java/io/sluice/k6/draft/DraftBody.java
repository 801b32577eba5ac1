package io.sluice.k6.draft;

import java.util.List;
import java.util.Map;

/** The body of a request. */
public sealed interface DraftBody {
  /** None. */
  record None() implements DraftBody {}

  /** JSON. */
  record Json(Tree tree) implements DraftBody {}

  /** Fields of a form. */
  record Form(Map<String, DraftValue> fields) implements DraftBody {}

  /** A text as it is. */
  record Raw(DraftValue text) implements DraftBody {}

  /** A JSON value. */
  sealed interface Tree {
    /** An object. */
    record Members(Map<String, Tree> members) implements Tree {}

    /** An array. */
    record Elements(List<Tree> elements) implements Tree {}

    /** A number, {@code true}, {@code false} or {@code null}, as JSON writes it. */
    record Constant(String json) implements Tree {}

    /** A text or variable. */
    record Scalar(DraftValue value) implements Tree {}
  }
}
