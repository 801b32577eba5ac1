package io.sluice.scenarios.yaml;

import io.sluice.scenarios.source.Location;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** What the value of a key may be: the same rule for the reader and for the JSON Schema. */
sealed interface Shape {
  /** In words: {@code a duration such as 30s}. */
  String describe();

  /** Whether the node is of the right sort: a scalar, a list, a map. */
  boolean takes(Node node);

  /** A text or number that satisfies a rule; {@code pattern} is the rule for editors, or empty. */
  record Scalar(String describe, Predicate<String> rule, String pattern) implements Shape {
    @Override
    public boolean takes(Node node) {
      return node instanceof ScalarNode && !YamlSource.isNothing(node);
    }
  }

  /** A whole number. */
  record Whole(String what, int min, int max) implements Shape {
    @Override
    public String describe() {
      return String.format(java.util.Locale.ROOT, "%s, %d to %,d", what, min, max);
    }

    @Override
    public boolean takes(Node node) {
      return node instanceof ScalarNode && !YamlSource.isNothing(node);
    }

    boolean holds(String text) {
      return text.matches("\\d{1,10}")
          && Long.parseLong(text) >= min
          && Long.parseLong(text) <= max;
    }
  }

  /** True or false. */
  record Truth() implements Shape {
    @Override
    public String describe() {
      return "true or false";
    }

    @Override
    public boolean takes(Node node) {
      return YamlSource.isTruth(node);
    }
  }

  /** One of a few words. */
  record Choice(List<String> words) implements Shape {
    @Override
    public String describe() {
      return "one of " + String.join(", ", words);
    }

    @Override
    public boolean takes(Node node) {
      return node instanceof ScalarNode;
    }
  }

  /** Nothing. */
  record Nothing() implements Shape {
    @Override
    public String describe() {
      return "nothing";
    }

    @Override
    public boolean takes(Node node) {
      return YamlSource.isNothing(node);
    }
  }

  /** A list. */
  record ListOf(Shape element, int atLeast) implements Shape {
    @Override
    public String describe() {
      return "a list";
    }

    @Override
    public boolean takes(Node node) {
      return node instanceof SequenceNode;
    }
  }

  /** A map whose keys the scenario chooses. */
  record MapOf(KeyRule keys, Shape value) implements Shape {
    @Override
    public String describe() {
      return "a map";
    }

    @Override
    public boolean takes(Node node) {
      return node instanceof MappingNode;
    }
  }

  /** A map of a kind of the language. */
  record Of(String kind) implements Shape {
    @Override
    public String describe() {
      return "a map";
    }

    @Override
    public boolean takes(Node node) {
      return node instanceof MappingNode;
    }
  }

  /** A list of steps. */
  record Steps() implements Shape {
    @Override
    public String describe() {
      return "a list of steps";
    }

    @Override
    public boolean takes(Node node) {
      return node instanceof SequenceNode;
    }
  }

  /** Anything that JSON can say. */
  record Tree() implements Shape {
    @Override
    public String describe() {
      return "a JSON value";
    }

    @Override
    public boolean takes(Node node) {
      return true;
    }
  }

  /** The first of several that takes the node. */
  record AnyOf(List<Shape> shapes) implements Shape {
    @Override
    public String describe() {
      return shapes.stream().map(Shape::describe).collect(Collectors.joining(", or "));
    }

    @Override
    public boolean takes(Node node) {
      return shapes.stream().anyMatch(shape -> shape.takes(node));
    }
  }

  /** Which keys a scenario may choose. */
  enum KeyRule {
    ANY("a text", ".+"),
    NAMES(
        "a name of letters, digits and underscores that does not begin with a digit",
        "[A-Za-z_][A-Za-z0-9_]*"),
    HEADERS("the name of a header", "[!#$%&'*+.^_`|~0-9A-Za-z-]+");

    private final String description;
    private final String pattern;

    KeyRule(String description, String pattern) {
      this.description = description;
      this.pattern = pattern;
    }

    String pattern() {
      return pattern;
    }
  }

  /** Whether a node has the shape; what is wrong with it is noted. */
  default boolean check(Node node, String what, YamlSource source) {
    if (!takes(node)) {
      return refuse(node, what, source);
    }
    return switch (this) {
      case Scalar(String _, Predicate<String> rule, String _) ->
          rule.test(((ScalarNode) node).getValue()) || refuse(node, what, source);
      case Whole whole -> whole.holds(((ScalarNode) node).getValue()) || refuse(node, what, source);
      case Choice(List<String> words) -> {
        String word = ((ScalarNode) node).getValue();
        if (!words.contains(word)) {
          source.problems().add(source.at(node), refusal(node, what), word, words);
        }
        yield words.contains(word);
      }
      case ListOf list -> checkList(list, node, what, source);
      case MapOf map -> checkMap(map, node, what, source);
      case AnyOf(List<Shape> shapes) ->
          shapes.stream()
              .filter(shape -> shape.takes(node))
              .findFirst()
              .orElseThrow()
              .check(node, what, source);
      case Truth _, Nothing _, Of _, Steps _, Tree _ -> true;
    };
  }

  private boolean refuse(Node node, String what, YamlSource source) {
    source.problems().add(source.at(node), refusal(node, what));
    return false;
  }

  private String refusal(Node node, String what) {
    return what + " must be " + describe() + ", was " + YamlSource.describe(node);
  }

  private static boolean checkList(ListOf list, Node node, String what, YamlSource source) {
    List<Node> elements = YamlSource.elements(node);
    if (elements.size() < list.atLeast()) {
      source.problems().add(source.at(node), what + " must not be empty");
      return false;
    }
    boolean good = true;
    for (Node element : elements) {
      good &= list.element().check(element, "an element of " + what, source);
    }
    return good;
  }

  private static boolean checkMap(MapOf map, Node node, String what, YamlSource source) {
    boolean good = true;
    for (YamlSource.Entry entry : source.entries(node)) {
      Location at = entry.at();
      if (!entry.key().matches(map.keys().pattern)) {
        source
            .problems()
            .add(
                at,
                "a key of %s must be %s, was '%s'"
                    .formatted(what, map.keys().description, entry.key()));
        good = false;
      }
      good &= map.value().check(entry.value(), "'" + entry.key() + "'", source);
    }
    return good;
  }
}
