package io.sluice.scenarios.yaml;

import io.sluice.scenarios.source.Location;
import io.sluice.scenarios.text.ExpressionParser;
import io.sluice.scenarios.text.QuestionParser;
import io.sluice.scenarios.text.StageParser;
import io.sluice.scenarios.tree.Defaults;
import io.sluice.scenarios.tree.Expression;
import io.sluice.scenarios.tree.Question;
import io.sluice.scenarios.tree.Step;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;

/** Reads lists of steps. */
final class StepReader {
  private static final List<String> HEADS =
      Language.STEP_KINDS.stream().flatMap(kind -> kind.heads().stream()).toList();

  private final YamlSource source;
  private final RequestReader requests;

  StepReader(YamlSource source, Defaults defaults) {
    this.source = source;
    this.requests = new RequestReader(source, defaults);
  }

  List<Step> steps(List<Node> nodes) {
    List<Step> steps = new ArrayList<>();
    for (Node node : nodes) {
      Kind kind = kind(node);
      if (kind != null) {
        steps.add(step(kind, Mapping.of(node, kind, source)));
      }
    }
    return steps;
  }

  private @Nullable Kind kind(Node node) {
    Location at = source.at(node);
    if (!(node instanceof MappingNode)) {
      source.problems().add(at, "a step must be a map, was " + YamlSource.describe(node));
      return null;
    }
    List<YamlSource.Entry> entries = source.entries(node);
    List<YamlSource.Entry> heads =
        entries.stream().filter(entry -> HEADS.contains(entry.key())).toList();
    if (heads.size() == 1) {
      return kindOf(heads.getFirst().key());
    }
    if (heads.isEmpty()) {
      String word = entries.isEmpty() ? "" : entries.getFirst().key();
      source
          .problems()
          .add(
              entries.isEmpty() ? at : entries.getFirst().at(),
              "a step must have one of %s, was '%s'".formatted(String.join(", ", HEADS), word),
              word,
              HEADS);
    } else {
      source
          .problems()
          .add(
              heads.get(1).at(),
              "a step does one thing, this one has '%s' and '%s'"
                  .formatted(heads.getFirst().key(), heads.get(1).key()));
    }
    return null;
  }

  private static Kind kindOf(String head) {
    return Language.STEP_KINDS.stream()
        .filter(kind -> kind.heads().contains(head))
        .findFirst()
        .orElseThrow();
  }

  private Step step(Kind kind, Mapping map) {
    return switch (kind.id()) {
      case "request" -> requests.request(map);
      case "group" -> new Step.Group(map.text("group", ""), inner(map, "steps"), map.at());
      case "set" -> new Step.Assign(values(map, "set"), map.at());
      case "add" -> new Step.Add(values(map, "add"), map.at());
      case "gauge" -> new Step.Gauge(values(map, "gauge"), map.at());
      case "repeat" ->
          new Step.Repeat(
              map.<Expression>parsed(
                  "repeat", ExpressionParser::parse, new Expression.Whole(1, map.at())),
              inner(map, "steps"),
              map.at());
      case "if" ->
          new Step.When(
              map.<Question>parsed("if", QuestionParser::parse, new Question.LastFailed()),
              inner(map, "steps"),
              inner(map, "else"),
              map.at());
      case "timer" -> new Step.Timer(map.text("timer", ""), inner(map, "steps"), map.at());
      case "think" -> {
        StageParser.Range range =
            map.parsed(
                "think", StageParser::think, new StageParser.Range(Duration.ZERO, Duration.ZERO));
        yield new Step.Think(range.min(), range.max(), map.at());
      }
      default -> throw new IllegalStateException("no such kind of step: " + kind.id());
    };
  }

  private List<Step> inner(Mapping map, String key) {
    if (map.has(key) && map.elements(key).isEmpty()) {
      source.problems().add(map.at(key), "'" + key + "' must not be empty");
    }
    return steps(map.elements(key));
  }

  private List<Step.Variable> values(Mapping map, String key) {
    List<Step.Variable> values = new ArrayList<>();
    for (YamlSource.Entry entry : map.entries(key)) {
      Expression value =
          Mapping.parsed(
              source, entry.value(), ExpressionParser::parse, new Expression.Whole(0, entry.at()));
      values.add(new Step.Variable(entry.key(), value, entry.at()));
    }
    return values;
  }
}
