package io.sluice.scenarios.yaml;

import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.comments.CommentLine;
import org.yaml.snakeyaml.comments.CommentType;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Writes a scenario that was put together by a program. */
public final class YamlText {
  private static final int WIDTH = 110;

  private YamlText() {}

  /**
   * A text that {@link io.sluice.scenarios.Scenarios} reads.
   *
   * @param scenario maps, lists, texts, numbers, truths and nulls; maps keep their order
   * @param head comments above it, a line each
   */
  public static String write(Map<String, Object> scenario, List<String> head) {
    DumperOptions options = new DumperOptions();
    options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
    options.setProcessComments(true);
    options.setIndent(2);
    options.setIndicatorIndent(2);
    options.setIndentWithIndicator(true);
    options.setWidth(WIDTH);
    options.setSplitLines(false);
    options.setAllowUnicode(true);
    Yaml yaml = new Yaml(options);
    Node node = yaml.represent(scenario);
    flow(node);
    comment(node, head);
    StringWriter text = new StringWriter();
    yaml.serialize(node, text);
    return text.toString();
  }

  private static void comment(Node node, List<String> lines) {
    List<CommentLine> comments = new ArrayList<>();
    for (String line : lines) {
      comments.add(new CommentLine(null, null, " " + line.replace('\n', ' '), CommentType.BLOCK));
    }
    if (!comments.isEmpty()) {
      comments.add(new CommentLine(null, null, "", CommentType.BLANK_LINE));
      Node first = node instanceof MappingNode map ? map.getValue().getFirst().getKeyNode() : node;
      first.setBlockComments(comments);
    }
  }

  /** Puts small maps and lists of scalars on one line, as people write them. */
  private static int flow(Node node) {
    return switch (node) {
      case ScalarNode scalar -> scalar.getValue().length() + 2;
      case SequenceNode list -> {
        int length = 2;
        for (Node element : list.getValue()) {
          length += flow(element) + (element instanceof ScalarNode ? 0 : WIDTH);
          if (element instanceof MappingNode map && map.getValue().size() == 1) {
            map.setFlowStyle(DumperOptions.FlowStyle.BLOCK);
          }
        }
        list.setFlowStyle(style(length));
        yield length;
      }
      case MappingNode map -> {
        int length = 2;
        for (NodeTuple pair : map.getValue()) {
          boolean plain = pair.getValueNode() instanceof ScalarNode;
          length += flow(pair.getKeyNode()) + flow(pair.getValueNode()) + (plain ? 0 : WIDTH);
        }
        map.setFlowStyle(style(length));
        yield length;
      }
      default -> WIDTH;
    };
  }

  private static DumperOptions.FlowStyle style(int length) {
    return length < WIDTH - 30 ? DumperOptions.FlowStyle.FLOW : DumperOptions.FlowStyle.BLOCK;
  }
}
