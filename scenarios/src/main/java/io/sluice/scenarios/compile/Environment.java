package io.sluice.scenarios.compile;

import io.sluice.scenarios.source.Location;
import io.sluice.scenarios.source.Problems;
import io.sluice.scenarios.tree.Expression;
import io.sluice.scenarios.tree.Scenario.EnvEntry;
import io.sluice.scenarios.tree.Words;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The names of a scenario's {@code env} and their values: what is given for the arm, else what
 * {@code --env} gives, else the process environment, else the default.
 */
final class Environment {
  private static final Pattern SECRET =
      Pattern.compile("(?i)secret|token|password|passwd|api_?key|credential");

  private final Map<String, EnvEntry> entries = new LinkedHashMap<>();
  private final Map<String, String> values = new LinkedHashMap<>();
  private final Set<String> inProgress = new HashSet<>();
  private final Set<String> used = new HashSet<>();
  private final ScenarioOptions options;
  private final Problems problems;

  private Environment(ScenarioOptions options, Problems problems) {
    this.options = options;
    this.problems = problems;
  }

  static Environment of(List<EnvEntry> env, ScenarioOptions options, Problems problems) {
    Environment environment = new Environment(options, problems);
    env.forEach(entry -> environment.entries.put(entry.name(), entry));
    environment.requireKnown("--env", options.env().keySet());
    environment.requireKnown(options.arm().option(), options.arm().env().keySet());
    env.forEach(environment::resolve);
    return environment;
  }

  private void requireKnown(String option, Set<String> names) {
    for (String name : names) {
      if (!entries.containsKey(name)) {
        problems.addToFile(
            "%s %s: the scenario's env has no such name".formatted(option, name),
            name,
            entries.keySet());
      }
    }
  }

  /** Notes names that were given for one arm although nothing would come of it. */
  void requireArmUsed() {
    for (String name : options.arm().env().keySet()) {
      if (entries.containsKey(name) && !used.contains(name)) {
        problems.addToFile(
            "%s %s: nothing in the scenario uses it".formatted(options.arm().option(), name));
      }
    }
  }

  private String resolve(EnvEntry entry) {
    String name = entry.name();
    String known = values.get(name);
    if (known != null) {
      return known;
    }
    String value = options.arm().env().get(name);
    if (value == null) {
      value = options.env().get(name);
    }
    if (value == null) {
      value = options.processEnvironment().get(name);
    }
    if (value == null) {
      value = defaultOf(entry);
    }
    values.put(name, value);
    return value;
  }

  private String defaultOf(EnvEntry entry) {
    if (entry.required()) {
      problems.add(
          entry.at(),
          "'%s' has no value; give --env %s=VALUE".formatted(entry.name(), entry.name()));
      return "";
    }
    if (!inProgress.add(entry.name())) {
      problems.add(entry.at(), "the value of '" + entry.name() + "' refers to itself");
      return "";
    }
    String value = text(entry.value());
    inProgress.remove(entry.name());
    return value;
  }

  /** A text whose holes may only be names of the environment. */
  String text(Words words) {
    StringBuilder text = new StringBuilder();
    for (Words.Piece piece : words.pieces()) {
      switch (piece) {
        case Words.Plain plain -> text.append(plain.text());
        case Words.Hole(Expression.Name(String name, Location at), String _) -> {
          String value = find(name);
          if (value == null) {
            problems.add(at, "'%s' is not a name of env".formatted(name), name, entries.keySet());
          } else {
            text.append(value);
          }
        }
        case Words.Hole hole ->
            problems.add(
                hole.value().at(),
                "only names of env can stand here, was ${%s}".formatted(hole.source()));
      }
    }
    return text.toString();
  }

  /** The value of a name, or null if there is no such name. */
  @Nullable String find(String name) {
    EnvEntry entry = entries.get(name);
    if (entry == null) {
      return null;
    }
    used.add(name);
    return resolve(entry);
  }

  boolean has(String name) {
    return entries.containsKey(name);
  }

  Set<String> names() {
    return entries.keySet();
  }

  /** Values that must not be written to files. */
  List<String> secrets() {
    Set<String> secrets = new LinkedHashSet<>();
    values.forEach(
        (name, value) -> {
          if (SECRET.matcher(name).find() && !value.isEmpty()) {
            secrets.add(value);
          }
        });
    return List.copyOf(secrets);
  }

  /** Names that nothing refers to. */
  List<String> unused() {
    return entries.keySet().stream().filter(name -> !used.contains(name)).toList();
  }
}
