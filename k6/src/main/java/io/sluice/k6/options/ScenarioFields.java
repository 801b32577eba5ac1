package io.sluice.k6.options;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Reads a scenario's canonical fields, and gathers everything that is wrong with them. */
final class ScenarioFields {
  static final long SECOND = 1_000_000_000L;
  private static final long GRACEFUL_STOP = 30 * SECOND;
  private static final Pattern NAME = Pattern.compile("[0-9a-zA-Z_-]+");

  private final String name;
  private final JsonNode fields;
  private final List<String> problems = new ArrayList<>();

  ScenarioFields(String name, JsonNode fields) {
    this.name = name;
    this.fields = fields;
  }

  List<String> problems() {
    return problems;
  }

  /** Notes what is wrong, if it is. */
  void check(boolean right, String otherwise) {
    if (!right) {
      problems.add(otherwise);
    }
  }

  ScenarioCommon common() {
    check(
        NAME.matcher(name).matches(),
        "the scenario name should contain only numbers, latin letters, underscores, and dashes");
    String exec = fields.hasNonNull("exec") ? fields.get("exec").asText() : null;
    check(exec == null || !exec.isEmpty(), "exec value cannot be empty");
    long startTime = nanos("startTime", 0);
    check(startTime >= 0, "the startTime can't be negative");
    long gracefulStop = nanos("gracefulStop", GRACEFUL_STOP);
    check(gracefulStop >= 0, "the gracefulStop timeout can't be negative");
    return new ScenarioCommon(
        name,
        startTime,
        gracefulStop,
        Json.map(fields.path("env")),
        exec,
        Json.map(fields.path("tags")));
  }

  boolean has(String field) {
    return fields.has(field);
  }

  long whole(String field, long otherwise) {
    return fields.path(field).asLong(otherwise);
  }

  long nanos(String field, long otherwise) {
    return fields.has(field) ? GoDuration.parse(fields.get(field).asText()) : otherwise;
  }

  /** How many users; at least one. */
  long vus() {
    long vus = whole("vus", 1);
    check(vus > 0, "the number of VUs must be more than 0");
    return vus;
  }

  /** A duration that must be given, of a second at least. */
  long requiredNanos(String field) {
    check(has(field), "the " + field + " is unspecified");
    long nanos = nanos(field, SECOND);
    atLeastASecond(field, nanos);
    return nanos;
  }

  /** The limit of scenarios that count iterations. */
  long maxDurationNanos() {
    long nanos = nanos("maxDuration", 600 * SECOND);
    atLeastASecond("maxDuration", nanos);
    return nanos;
  }

  private void atLeastASecond(String field, long nanos) {
    check(
        nanos >= SECOND,
        "the " + field + " must be at least 1s, but is " + GoDuration.format(nanos));
  }

  List<Stage> stages() {
    JsonNode given = fields.path("stages");
    check(given.size() > 0, "at least one stage has to be specified");
    List<Stage> stages = new ArrayList<>();
    for (int i = 0; i < given.size(); i++) {
      int number = i + 1;
      JsonNode stage = given.get(i);
      check(stage.has("duration"), "stage " + number + " doesn't have a duration");
      long nanos = GoDuration.parse(stage.path("duration").asText("0"));
      check(nanos >= 0, "the duration for stage " + number + " can't be negative");
      check(stage.has("target"), "stage " + number + " doesn't have a target");
      long target = stage.path("target").asLong();
      check(target >= 0, "the target for stage " + number + " can't be negative");
      stages.add(new Stage(nanos, target));
    }
    return List.copyOf(stages);
  }
}
