package io.sluice.scenarios.yaml;

import io.sluice.scenarios.source.Location;
import io.sluice.scenarios.source.Problems;
import io.sluice.scenarios.source.Snippet;
import io.sluice.scenarios.source.SourceText;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** The nodes of a YAML text, with their places in it. */
final class YamlSource {
  private static final int LONGEST_QUOTE = 60;

  private final SourceText text;
  private final Problems problems;

  YamlSource(SourceText text, Problems problems) {
    this.text = text;
    this.problems = problems;
  }

  /** An entry of a map. */
  record Entry(String key, Location at, Node value) {}

  Problems problems() {
    return problems;
  }

  Location at(Node node) {
    return new Location(
        text.file(), node.getStartMark().getLine() + 1, node.getStartMark().getColumn() + 1);
  }

  /** The value of a scalar. */
  Snippet snippet(Node node) {
    return new Snippet(
        ((ScalarNode) node).getValue(),
        at(node),
        text.between(node.getStartMark().getIndex(), node.getEndMark().getIndex()));
  }

  /** The elements of a list. */
  static List<Node> elements(Node node) {
    return ((SequenceNode) node).getValue();
  }

  /** The entries of a map; a key that is no text, or there twice, is a problem and left out. */
  List<Entry> entries(Node node) {
    List<Entry> entries = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (NodeTuple tuple : ((MappingNode) node).getValue()) {
      Location at = at(tuple.getKeyNode());
      if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
        problems.add(at, "a key must be a text, was " + describe(tuple.getKeyNode()));
      } else if (!seen.add(key.getValue())) {
        problems.add(at, "the key '" + key.getValue() + "' is there twice");
      } else {
        entries.add(new Entry(key.getValue(), at, tuple.getValueNode()));
      }
    }
    return entries;
  }

  /** Whether nothing was written, or {@code null} or {@code ~}. */
  static boolean isNothing(Node node) {
    return isPlain(node)
        && switch (((ScalarNode) node).getValue()) {
          case "", "~", "null" -> true;
          default -> false;
        };
  }

  /** Whether it is a scalar without quotes, on one line. */
  static boolean isPlain(Node node) {
    return node instanceof ScalarNode scalar && scalar.getScalarStyle() == ScalarStyle.PLAIN;
  }

  /** Whether it was written as JSON writes a number. */
  static boolean isNumber(Node node) {
    return isPlain(node)
        && ((ScalarNode) node).getValue().matches("-?(0|[1-9]\\d*)(\\.\\d+)?([eE][+-]?\\d+)?");
  }

  /** Whether it was written {@code true} or {@code false}. */
  static boolean isTruth(Node node) {
    return isPlain(node) && ((ScalarNode) node).getValue().matches("true|false");
  }

  /** What a node is, for a message. */
  static String describe(Node node) {
    if (node instanceof ScalarNode scalar) {
      String value = scalar.getValue();
      return isNothing(node)
          ? "nothing"
          : "'"
              + (value.length() > LONGEST_QUOTE ? value.substring(0, LONGEST_QUOTE) + "…" : value)
              + "'";
    }
    return node instanceof MappingNode ? "a map" : "a list";
  }
}
