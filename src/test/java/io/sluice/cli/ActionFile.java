package io.sluice.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.Yaml;

/** A file of GitHub Actions, read as YAML. */
record ActionFile(Map<String, Object> root) {
  private static final Pattern EXPRESSION = Pattern.compile("\\$\\{\\{\\s*(.*?)\\s*}}");

  static ActionFile read(Path file) throws IOException {
    return new ActionFile(map(new Yaml().load(Files.readString(file))));
  }

  @SuppressWarnings("unchecked")
  static Map<String, Object> map(@Nullable Object node) {
    return node == null ? Map.of() : (Map<String, Object>) node;
  }

  @SuppressWarnings("unchecked")
  static List<Object> list(@Nullable Object node) {
    return node == null ? List.of() : (List<Object>) node;
  }

  Map<String, Object> inputs() {
    return map(root.get("inputs"));
  }

  Map<String, Object> outputs() {
    return map(root.get("outputs"));
  }

  /** The steps of a composite action. */
  List<Map<String, Object>> steps() {
    return list(map(root.get("runs")).get("steps")).stream().map(ActionFile::map).toList();
  }

  /** The steps of all jobs of a workflow. */
  List<Map<String, Object>> jobSteps() {
    List<Map<String, Object>> steps = new ArrayList<>();
    map(root.get("jobs"))
        .values()
        .forEach(job -> list(map(job).get("steps")).forEach(step -> steps.add(map(step))));
    return steps;
  }

  /** What each input is where nobody gives it. */
  Map<String, String> defaults() {
    Map<String, String> defaults = new TreeMap<>();
    inputs()
        .forEach(
            (name, input) ->
                defaults.put(name, String.valueOf(map(input).getOrDefault("default", ""))));
    return defaults;
  }

  /** Names after {@code prefix} in expressions of the text. */
  static List<String> references(String text, String prefix) {
    List<String> names = new ArrayList<>();
    Matcher expression = EXPRESSION.matcher(text);
    while (expression.find()) {
      Matcher name =
          Pattern.compile(Pattern.quote(prefix) + "([A-Za-z0-9_-]+)").matcher(expression.group(1));
      while (name.find()) {
        names.add(name.group(1));
      }
    }
    return names;
  }

  /** The text with {@code inputs.NAME} in place of its expressions. */
  static String evaluated(String text, Map<String, String> inputs) {
    return EXPRESSION
        .matcher(text)
        .replaceAll(
            found -> {
              String name = found.group(1).replaceFirst("^inputs\\.", "");
              String value = inputs.get(name);
              if (value == null) {
                throw new IllegalArgumentException("cannot evaluate " + found.group());
              }
              return Matcher.quoteReplacement(value);
            });
  }
}
