package io.sluice.scenarios.yaml;

import io.sluice.scenarios.source.Location;
import io.sluice.scenarios.source.Problems;
import io.sluice.scenarios.source.SourceText;
import java.io.StringReader;
import java.util.IdentityHashMap;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.reader.ReaderException;

/**
 * Turns YAML text into nodes. Only nodes: no tag ever makes a Java object. Aliases may be used, but
 * what they expand to is limited, so that a short text cannot become a huge tree.
 */
final class YamlComposer {
  private static final int MOST_CODE_POINTS = 8 * 1024 * 1024;
  private static final int MOST_VALUES = 1_000_000;
  private static final int DEEPEST = 50;
  private static final Set<Tag> PLAIN_TAGS =
      Set.of(
          Tag.STR,
          Tag.INT,
          Tag.FLOAT,
          Tag.BOOL,
          Tag.NULL,
          Tag.TIMESTAMP,
          Tag.MERGE,
          Tag.MAP,
          Tag.SEQ);

  private final SourceText text;
  private final Problems problems;
  private final IdentityHashMap<Node, Long> sizes = new IdentityHashMap<>();

  YamlComposer(SourceText text, Problems problems) {
    this.text = text;
    this.problems = problems;
  }

  /**
   * The only document of the text.
   *
   * @throws io.sluice.scenarios.source.ScenarioException if there is none
   */
  MappingNode compose() {
    Node root = root();
    if (root instanceof MappingNode map) {
      if (size(map) > MOST_VALUES) {
        problems.addToFile("its aliases expand to more than 1,000,000 values");
      }
      problems.throwIfAny();
      return map;
    }
    problems.add(
        at(root.getStartMark()),
        "a scenario must be a map of keys such as name, journey and profiles, was "
            + YamlSource.describe(root));
    problems.throwIfAny();
    throw new IllegalStateException("a problem was noted");
  }

  private Node root() {
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(MOST_CODE_POINTS);
    options.setNestingDepthLimit(DEEPEST);
    options.setProcessComments(false);
    try {
      Node root = new Yaml(new SafeConstructor(options)).compose(new StringReader(text.text()));
      if (root != null) {
        return root;
      }
      problems.addToFile("the file holds no scenario, only blanks or comments");
    } catch (MarkedYAMLException e) {
      problems.add(at(e.getProblemMark()), "not valid YAML: " + sentence(e));
    } catch (ReaderException e) {
      problems.addToFile(
          String.format(
              Locale.ROOT, "not valid YAML: it holds the character U+%04X", e.getCodePoint()));
    } catch (YAMLException e) {
      problems.addToFile("not valid YAML: " + sentence(e));
    }
    problems.throwIfAny();
    throw new IllegalStateException("a problem was noted");
  }

  private static String sentence(YAMLException e) {
    String message = e instanceof MarkedYAMLException marked ? marked.getProblem() : e.getMessage();
    String line = message == null ? "malformed" : message.lines().findFirst().orElse("malformed");
    return line.contains("\\t(TAB)")
        ? "a tab must not indent, use spaces"
        : line.endsWith(".") ? line.substring(0, line.length() - 1) : line;
  }

  private Location at(@Nullable Mark mark) {
    return mark == null
        ? Location.ofFile(text.file())
        : new Location(text.file(), mark.getLine() + 1, mark.getColumn() + 1);
  }

  /** How many nodes there are once aliases are expanded; too many for one that holds itself. */
  private long size(Node node) {
    Long known = sizes.get(node);
    if (known != null) {
      return known;
    }
    sizes.put(node, (long) MOST_VALUES + 1);
    if (!PLAIN_TAGS.contains(node.getTag())) {
      problems.add(at(node.getStartMark()), "the tag '" + node.getTag() + "' means nothing here");
    }
    long size = 1;
    if (node instanceof MappingNode map) {
      for (NodeTuple tuple : map.getValue()) {
        size += size(tuple.getKeyNode()) + size(tuple.getValueNode());
      }
    } else if (node instanceof SequenceNode list) {
      for (Node element : list.getValue()) {
        size += size(element);
      }
    }
    size = Math.min(size, (long) MOST_VALUES + 1);
    sizes.put(node, size);
    return size;
  }
}
