package io.sluice.scenarios.tree;

import io.sluice.scenarios.source.Location;
import java.util.List;

/** A request's body, as it was written. */
public sealed interface Payload {
  /** No body. */
  record None() implements Payload {}

  /** {@code body}: a text. */
  record Raw(Words text) implements Payload {}

  /** {@code form}: fields that are sent URL-encoded. */
  record Form(List<Field> fields) implements Payload {
    public Form {
      fields = List.copyOf(fields);
    }
  }

  /** {@code json} written as a text. */
  record JsonText(Words text) implements Payload {}

  /** {@code json} written as a tree. */
  record Json(Value value) implements Payload {}

  /** A value of a JSON tree. */
  sealed interface Value {}

  /** A JSON object. */
  record Members(List<Member> members) implements Value {
    public Members {
      members = List.copyOf(members);
    }
  }

  /** A member of a JSON object. */
  record Member(String name, Value value) {}

  /** A JSON array. */
  record Elements(List<Value> values) implements Value {
    public Elements {
      values = List.copyOf(values);
    }
  }

  /** A text; a text that is nothing but a hole takes the type of the hole's value. */
  record Scalar(Words words) implements Value {}

  /** A number, {@code true}, {@code false} or {@code null}, as JSON writes it. */
  record Constant(String json, Location at) implements Value {}
}
